import { prepareDigit } from "@minibatch/datasets";
import { encode } from "fast-png";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodePicture, luminance, onItsGround } from "../src/index.ts";

const width = 60;
const height = 50;

interface Drawing {
  /** Grey of the stroke, how opaque it is, and the pixels it covers. */
  readonly grey: number;
  readonly alpha: number;
  readonly covers: (x: number, y: number) => boolean;
  /** Grey and opacity of what lies below it; none is transparent. */
  readonly below?: ((x: number, y: number) => readonly [grey: number, alpha: number]) | undefined;
}

/** What the command makes of a drawing: bytes as MNIST has them. */
async function digitOf(
  { grey, alpha, covers, below = () => [0, 0] }: Drawing,
  channels: 2 | 4,
): Promise<Uint8Array> {
  const data = new Uint8Array(width * height * channels);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    const [value, opacity] = covers(x, y) ? [grey, alpha] : below(x, y);
    data.fill(value, pixel * channels, (pixel + 1) * channels - 1);
    data[(pixel + 1) * channels - 1] = Math.round(opacity * 255);
  }
  return prepareDigit(luminance(onItsGround(await decodePicture(encode({ width, height, channels, data })))));
}

/** Strokes of some thickness, like a T or a plus, anywhere on the page and away from its border. */
const strokes = fc
  .record({
    left: fc.integer({ min: 8, max: 20 }),
    top: fc.integer({ min: 8, max: 16 }),
    wide: fc.integer({ min: 10, max: 28 }),
    high: fc.integer({ min: 10, max: 24 }),
    thick: fc.integer({ min: 2, max: 5 }),
    crossing: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ left, top, wide, high, thick, crossing }) => {
    const column = left + Math.floor(crossing * (wide - thick));
    return (x: number, y: number): boolean => {
      const isInside = x >= left && x < left + wide && y >= top && y < top + high;
      return isInside && (y < top + thick || (x >= column && x < column + thick));
    };
  });

/** Black on opaque white, as most people draw. */
const onPaper = (covers: Drawing["covers"]) =>
  digitOf({ grey: 0, alpha: 1, covers, below: () => [255, 1] }, 4);

/** Equal but for a few levels, since faint ink is stretched, and for a pixel to a side, where the centre of mass lies between two. */
function expectSame(found: Uint8Array, expected: Uint8Array): void {
  const worst = [0, 1, -1, 28, -28, 29, -29, 27, -27].map((shift) =>
    found.reduce((most, value, at) => Math.max(most, Math.abs(value - (expected[at + shift] ?? 0))), 0),
  );
  expect(Math.min(...worst)).toBeLessThanOrEqual(4);
}

const rounds = { seed: 1, numRuns: 150 };

describe("onItsGround(picture) finds the same digit", () => {
  it("of a stroke of any shade and opacity on a transparent ground", async () => {
    await fc.assert(
      fc.asyncProperty(
        strokes,
        fc.integer({ min: 0, max: 255 }),
        fc.double({ min: 0.3, max: 1, noNaN: true }),
        fc.constantFrom(2 as const, 4 as const),
        async (covers, grey, alpha, channels) =>
          expectSame(await digitOf({ grey, alpha, covers }, channels), await onPaper(covers)),
      ),
      rounds,
    );
  });

  it("of a stroke on a sheet of any shade that it stands out from, with transparent corners or a margin", async () => {
    await fc.assert(
      fc.asyncProperty(
        strokes,
        fc.integer({ min: 0, max: 255 }),
        fc.integer({ min: 0, max: 255 }),
        fc.integer({ min: 1, max: 6 }),
        async (covers, grey, paper, corner) => {
          fc.pre(Math.abs(grey - paper) > 60 && (paper < 60 || paper > 195));
          const below = (x: number, y: number) => {
            const isCorner = Math.min(x, width - 1 - x) + Math.min(y, height - 1 - y) < corner;
            return [paper, isCorner ? 0 : 1] as const;
          };
          expectSame(await digitOf({ grey, alpha: 1, covers, below }, 4), await onPaper(covers));
        },
      ),
      rounds,
    );
  });
});

describe("onItsGround(picture)", () => {
  it("leaves a picture without transparency, and one with nothing on it, as they are", () => {
    const opaque = { width: 1, height: 1, channels: 1, data: Float32Array.of(7) };
    expect(onItsGround(opaque)).toBe(opaque);
    const empty = { width: 1, height: 1, channels: 1, data: Float32Array.of(255), alpha: Float32Array.of(0) };
    expect(onItsGround(empty)).toBe(empty);
  });

  it("takes a middle grey for ink on white", () => {
    const grey = {
      width: 2,
      height: 1,
      channels: 1,
      data: Float32Array.of(127, 255),
      alpha: Float32Array.of(1, 0),
    };
    expect(onItsGround(grey)).toBe(grey);
  });
});
