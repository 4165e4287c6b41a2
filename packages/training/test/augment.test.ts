import "@tensorflow/tfjs-backend-cpu";
import { cnn } from "@minibatch/models";
import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type Augmentation,
  augment,
  type Checkpoint,
  fit,
  type FitOptions,
  seededRandom,
} from "../src/index.ts";
import { readReference } from "./readReference.ts";

beforeAll(() => tf.setBackend("cpu"));

const reference = readReference<{
  shape: [height: number, width: number, channels: number];
  image: number[];
  cases: {
    fill: "nearest" | "constant";
    down: number;
    right: number;
    degrees: number;
    shear: number;
    zoom: { across: number; down: number };
    flip: boolean;
    result: number[];
  }[];
}>("augment");
const [height, width, channels] = reference.shape;
const image = { data: Uint8Array.from(reference.image), shape: [1, height, width, channels] };

/** Whether pixels only move to the place of others. */
function isWhole({ degrees, shear, zoom }: (typeof reference.cases)[number]): boolean {
  return degrees === 0 && shear === 0 && zoom.across === 1;
}

/** A generator that gives the extreme of each limit, on the side of the wanted value. */
function drawing(...wanted: number[]): () => number {
  const draws = wanted.filter((value) => value !== 0).map((value) => (value > 0 ? 1 : 0));
  return () => draws.shift() ?? Number.NaN;
}

describe("augment(images, rows, augmentation, random) agrees with Keras", () => {
  it.each(reference.cases)(
    "$fill: down $down, right $right, $degrees degrees, shear $shear, zoom $zoom, flip $flip",
    (expected) => {
      const { fill, down, right, degrees, shear, zoom, flip, result } = expected;
      const augmentation: Augmentation = {
        fill,
        heightShift: Math.abs(down) / height,
        widthShift: Math.abs(right) / width,
        rotation: Math.abs(degrees),
        shear: Math.abs(shear),
        zoom: Math.abs(zoom.across - 1),
        horizontalFlip: true,
      };
      const wanted = [degrees, down, right, shear, zoom.across - 1, zoom.down - 1, flip ? -1 : 1];
      const changed = augment(image, [0], augmentation, drawing(...wanted));
      expect(changed.shape).toEqual([1, height, width, channels]);
      // Keras goes on with fractions; bytes are rounded.
      const differences = result.map((value, at) => Math.abs(value - (changed.data[at] ?? Number.NaN)));
      expect(Math.max(...differences)).toBeLessThanOrEqual(isWhole(expected) ? 0 : 0.5001);
    },
  );
});

/** Images in which each byte is another, so that one can tell where it came from. */
function images(count: number, side = 8) {
  const size = side * side;
  return {
    data: Uint8Array.from({ length: count * size }, (_, at) => at % 251),
    shape: [count, side, side, 1],
  };
}

it("augment(images, rows, {}, random) copies the rows, and leaves the originals alone", () => {
  const source = images(3);
  const copy = augment(source, [2, 0, 2], {}, () => Number.NaN);
  expect(copy.shape).toEqual([3, 8, 8, 1]);
  const row = (at: number) => [...source.data.subarray(at * 64, (at + 1) * 64)];
  expect([...copy.data]).toEqual([row(2), row(0), row(2)].flat());
  copy.data.fill(0);
  expect(source.data).toEqual(images(3).data);
});

it("augment draws shifts up to the limit, to all sides and evenly, and flips every second image", () => {
  const dot = new Uint8Array(21 * 21);
  dot[10 * 21 + 10] = 255;
  const marked = new Uint8Array(21 * 21);
  for (let row = 0; row < 21; row += 1) marked[row * 21] = 255;
  const rows = new Uint8Array(4000);
  const moved = augment(
    { data: dot, shape: [1, 21, 21, 1] },
    rows,
    { widthShift: 3 / 21, heightShift: 5 / 21 },
    seededRandom(4),
  );
  const counts = { across: new Map<number, number>(), along: new Map<number, number>() };
  for (const [at, value] of moved.data.entries()) {
    if (value !== 255) continue;
    const [y, x] = [Math.floor((at % 441) / 21) - 10, (at % 21) - 10];
    counts.along.set(y, (counts.along.get(y) ?? 0) + 1);
    counts.across.set(x, (counts.across.get(x) ?? 0) + 1);
  }
  const sorted = (map: Map<number, number>) => [...map].sort(([one], [other]) => one - other);
  expect(sorted(counts.across).map(([x]) => x)).toEqual([-3, -2, -1, 0, 1, 2, 3]);
  expect(sorted(counts.along).map(([y]) => y)).toEqual([-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5]);
  // 4,000 drawings over 10 pixels, the outermost with half a share each.
  for (const [y, count] of counts.along) expect(count / 4000).toBeCloseTo(Math.abs(y) === 5 ? 0.05 : 0.1, 1);

  const flipped = augment(
    { data: marked, shape: [1, 21, 21, 1] },
    rows,
    { horizontalFlip: true },
    seededRandom(4),
  );
  let mirrored = 0;
  for (let row = 0; row < 4000; row += 1) if (flipped.data[row * 441 + 20] === 255) mirrored += 1;
  expect(mirrored / 4000).toBeCloseTo(0.5, 1);
});

it("augment(…, { rotation }) gives an image back that is turned by nothing, and bytes at any angle", () => {
  const source = images(1);
  const still = augment(source, [0], { rotation: 90 }, () => 0.5);
  expect(still.data).toEqual(source.data);
  const quarter = augment(source, [0], { rotation: 90 }, () => 1);
  const turned = source.data.map((_, at) => source.data[(at % 8) * 8 + 7 - Math.floor(at / 8)] ?? 0);
  expect(quarter.data).toEqual(turned);
});

it("augment rejects what is no image of bytes, and augmentations that cannot be", () => {
  const random = seededRandom(1);
  const floats = { data: new Float32Array(64), shape: [1, 8, 8, 1] };
  expect(() => augment(floats, [0], {}, random)).toThrow(/Uint8Array.*Float32Array \[1, 8, 8, 1\]/);
  const flat = { data: new Uint8Array(64), shape: [1, 64] };
  for (const row of [1, -1, 0.5])
    expect(() => augment(images(1), [row], {}, random)).toThrow(/rows must be from 0 to 0/);
  expect(() => augment(flat, [0], {}, random)).toThrow(expect.objectContaining({ code: "SHAPE_MISMATCH" }));
  for (const augmentation of [
    { widthShift: 2 },
    { heightShift: -0.1 },
    { heightShift: 1.01 },
    { rotation: Number.NaN },
    { zoom: 1 },
    { zoom: -0.1 },
    { shear: 90 },
    { fill: "wrap" } as unknown as Augmentation,
  ]) {
    const attempt = () => augment(images(1), [0], augmentation, random);
    expect(attempt).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT" }));
  }
});

const augmentation: Augmentation = { widthShift: 0.3, heightShift: 0.3, horizontalFlip: true, rotation: 20 };

async function train(options: FitOptions) {
  const model = cnn({ inputShape: [8, 8, 1], blocks: [{ filters: [2] }], classes: 2 });
  model.compile({ optimizer: "adam", loss: "sparseCategoricalCrossentropy" });
  const samples = {
    x: images(20),
    y: { data: Uint8Array.from({ length: 20 }, (_, row) => row % 2), shape: [20] },
  };
  const history = await fit(model, samples, { epochs: 3, batchSize: 6, augmentation, ...options });
  const weights = model.getWeights().map((weight) => [...weight.dataSync()]);
  model.dispose();
  return { history, weights };
}

it("fit(model, samples, { augmentation }) trains on other images in each epoch, the same for the same seed", async () => {
  const plain = await train({ augmentation: undefined });
  const changed = await train({});
  expect(changed.weights).not.toEqual(plain.weights);
  expect(await train({})).toEqual(changed);
  expect((await train({ seed: 2 })).weights).not.toEqual(changed.weights);
});

it("fit(model, samples, { augmentation }) validates on images as they are", async () => {
  const validationData = { x: images(5), y: { data: new Uint8Array(5), shape: [5] } };
  // With a learning rate of 0 nothing but the images could make the epochs differ.
  const model = cnn({ inputShape: [8, 8, 1], blocks: [{ filters: [2] }], classes: 2 });
  model.compile({ optimizer: tf.train.sgd(0), loss: "sparseCategoricalCrossentropy" });
  const history = await fit(model, validationData, {
    epochs: 3,
    shuffle: false,
    validationData,
    augmentation,
  });
  expect(new Set(history.valLoss).size).toBe(1);
  expect(new Set(history.loss).size).toBe(3);
  expect(history.loss).not.toContain(history.valLoss?.[0]);
});

it("fit(model, samples, { augmentation, resumeFrom }) ends as an uninterrupted run does, bit for bit", async () => {
  const controller = new AbortController();
  let checkpoint: Checkpoint | undefined;
  const interrupted = train({
    signal: controller.signal,
    onEvent: (event) => {
      if (event.type === "batch" && event.epoch === 2 && event.batch === 2)
        controller.abort(new Error("stopped"));
    },
    onCheckpoint: (last) => {
      checkpoint = last;
    },
  });
  await expect(interrupted).rejects.toThrow("stopped");
  expect(checkpoint?.batch).toBe(2);
  expect(await train({ resumeFrom: checkpoint })).toEqual(await train({}));
});

it("fit(model, samples, { augmentation }) leaves no tensor behind, also when the inputs are not images", async () => {
  const model = cnn({ inputShape: [8, 8, 1], blocks: [{ filters: [2] }], classes: 2 });
  model.compile({ optimizer: tf.train.sgd(0.1), loss: "sparseCategoricalCrossentropy" });
  const y = { data: new Uint8Array(4), shape: [4] };
  await expectNoLeak(async () => {
    await fit(model, { x: images(4), y }, { augmentation });
    const floats = { data: new Float32Array(4 * 64), shape: [4, 8, 8, 1] };
    await expect(fit(model, { x: floats, y }, { augmentation })).rejects.toThrow(/images of bytes/);
  });
});
