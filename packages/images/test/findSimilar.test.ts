import { mnist, noCache } from "@minibatch/datasets";
import { requireMirror } from "@minibatch/testing";
import { describe, expect, it, test } from "vitest";
import { findSimilar } from "../src/duplicates/findSimilar.ts";
import { develop } from "../src/develop/develop.ts";
import type { Developed } from "../src/develop/Developed.ts";
import { readHeader } from "../src/formats/readHeader.ts";
import { jpegOf, type MadePicture, makePicture, pngOf } from "./makePicture.ts";

async function developed(bytes: Uint8Array, side = 32): Promise<Developed> {
  const framing = { width: side, height: side, fit: "pad" } as const;
  const result = await develop({ bytes, header: readHeader(bytes), framing });
  if ("reason" in result) throw new Error(result.message);
  return result;
}

const brighter = (picture: MadePicture): MadePicture => ({
  ...picture,
  rgb: picture.rgb.map((v) => Math.min(255, v + 4)),
});

/** A picture that was saved by something that keeps every second pixel of every second row. */
function halved({ width, height, rgb }: MadePicture): MadePicture {
  const half = Uint8Array.from({ length: (width / 2) * (height / 2) * 3 }, (_, at) => {
    const [pixel, channel] = [Math.floor(at / 3), at % 3];
    const [x, y] = [2 * (pixel % (width / 2)), 2 * Math.floor(pixel / (width / 2))];
    return rgb[(y * width + x) * 3 + channel] ?? 0;
  });
  return { width: width / 2, height: height / 2, rgb: half };
}

describe("findSimilar(pictures)", () => {
  it.for([
    ["saved as JPEG of quality 75", (picture: MadePicture) => jpegOf(picture, 75)],
    ["made half as large", (picture: MadePicture) => pngOf(halved(picture))],
    ["made a little brighter", (picture: MadePicture) => pngOf(brighter(picture))],
  ] as const)("finds a picture again that was %s", async ([, change]) => {
    const pictures = await Promise.all(
      Array.from({ length: 20 }, (_, seed) => makePicture(seed, 80, 60)).flatMap((picture) => [
        developed(pngOf(picture)),
        developed(change(picture)),
      ]),
    );
    expect(findSimilar(pictures)).toEqual(Array.from({ length: 20 }, (_, at) => [2 * at, 2 * at + 1]));
  });

  it("finds a grey picture again that was saved in colour", async () => {
    const picture = makePicture(3, 40, 40, true);
    const tinted = {
      ...picture,
      rgb: picture.rgb.map((value, at) => (at % 3 === 0 ? Math.min(255, value + 6) : value)),
    };
    expect(findSimilar([await developed(pngOf(picture)), await developed(pngOf(tinted))])).toEqual([[0, 1]]);
  });

  it("takes no picture for another one, nor flat ones for each other", async () => {
    const flat = (value: number) => pngOf({ width: 8, height: 8, rgb: new Uint8Array(192).fill(value) });
    const files = [
      ...Array.from({ length: 200 }, (_, seed) => pngOf(makePicture(seed, 40, 40))),
      flat(7),
      flat(8),
    ];
    expect(findSimilar(await Promise.all(files.map((file) => developed(file))))).toEqual([]);
  });

  test("takes no two of MNIST's 10,000 test images for the same", async (context) => {
    const { test: digits } = await mnist.load({
      mirror: requireMirror(context),
      cache: noCache,
      split: "test",
    });
    const images = Array.from({ length: 10_000 }, (_, at) => {
      const pixels = digits.x.data.subarray(at * 784, (at + 1) * 784);
      const thumbnail = Uint8Array.from({ length: 256 }, (_, place) => {
        const [x, y] = [Math.floor((place % 16) * 1.75), Math.floor(Math.floor(place / 16) * 1.75)];
        return pixels[y * 28 + x] ?? 0;
      });
      return { pixels, thumbnail };
    });
    expect(findSimilar(images)).toEqual([]);
    const again = images
      .slice(0, 100)
      .map((image) => ({ ...image, pixels: image.pixels.map((v) => Math.max(0, v - 5)) }));
    expect(findSimilar([...images.slice(0, 1000), ...again])).toHaveLength(100);
  });
});
