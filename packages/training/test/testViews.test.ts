import "@tensorflow/tfjs-backend-cpu";
import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";
import { beforeAll, expect, it } from "vitest";
import { augment, evaluate, predict, seededRandom, type TestTimeAugmentation } from "../src/index.ts";

beforeAll(() => tf.setBackend("cpu"));

const [height, width] = [4, 5];
const random = seededRandom(3);
const bytes = Uint8Array.from({ length: 3 * height * width }, () => Math.floor(256 * random()));
const images = { data: bytes, shape: [3, height, width, 1] };

function classifier(): tfl.LayersModel {
  const model = tfl.sequential({
    layers: [
      tfl.layers.flatten({ inputShape: [height, width, 1] }),
      tfl.layers.dense({
        units: 2,
        activation: "softmax",
        kernelInitializer: tfl.initializers.randomNormal({ seed: 2 }),
      }),
    ],
  });
  model.compile({ optimizer: "sgd", loss: "sparseCategoricalCrossentropy", metrics: ["accuracy"] });
  return model;
}

/** A view of the images: what is shown at a place is what lies at another one of the original. */
function view(from: (row: number, column: number) => [number, number]): typeof images {
  const data = bytes.slice();
  for (let at = 0; at < data.length; at += 1) {
    const [row, column] = [Math.floor(at / width) % height, at % width];
    const [y, x] = from(row, column);
    data[at] = bytes[Math.floor(at / (height * width)) * height * width + y * width + x] ?? 0;
  }
  return { data, shape: images.shape };
}

// Beyond the edge comes what lies beside it, on the other side.
const up = (place: number, length: number) => (place + 1 < length ? place + 1 : length - 2);
const down = (place: number) => (place > 0 ? place - 1 : 1);
const mirrored = (from: (row: number, column: number) => [number, number]) => [
  view(from),
  view((row, column) => from(row, width - 1 - column)),
];
const plain = mirrored((row, column) => [row, column]);
const moved = [
  ...mirrored((row, column) => [up(row, height), up(column, width)]),
  ...mirrored((row, column) => [down(row), down(column)]),
];

it.each<[TestTimeAugmentation, readonly (readonly [typeof images, number])[]]>([
  ["mirror", plain.map((one) => [one, 1 / 2] as const)],
  [
    "mirrorAndShift",
    [...plain.map((one) => [one, 1 / 4] as const), ...moved.map((one) => [one, 1 / 8] as const)],
  ],
])("predict(model, x, { testTimeAugmentation: %s }) gives the mean over views of each image", (name, views) =>
  expectNoLeak(async () => {
    const model = classifier();
    const expected = new Float32Array(6);
    for (const [one, weight] of views) {
      for (const [at, value] of (await predict(model, one)).data.entries()) {
        expected[at] = (expected[at] ?? 0) + weight * value;
      }
    }
    const { data } = await predict(model, images, { testTimeAugmentation: name, batchSize: 2 });
    for (const [at, value] of expected.entries()) expect(data[at]).toBeCloseTo(value, 5);
    const y = { data: Uint8Array.of(0, 1, 1), shape: [3] };
    const measured = await evaluate(model, { x: images, y }, { testTimeAugmentation: name });
    const losses = [0, 1, 1].map((label, row) => -Math.log(expected[2 * row + label] ?? 0));
    expect(measured.loss).toBeCloseTo(losses.reduce((sum, loss) => sum + loss, 0) / 3, 4);
    model.dispose();
  }),
);

it("predict(model, x, { testTimeAugmentation }) refuses what is no image, and other names", async () => {
  const model = tfl.sequential({ layers: [tfl.layers.dense({ inputShape: [3], units: 1 })] });
  const x = { data: new Float32Array(6), shape: [2, 3] };
  await expect(predict(model, x, { testTimeAugmentation: "mirror" })).rejects.toMatchObject({
    code: "SHAPE_MISMATCH",
  });
  await expect(
    predict(classifier(), images, { testTimeAugmentation: "flip" as "mirror" }),
  ).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
});

it("augment(…, { crop, fill: reflect }) cuts each part of the padded image as often as any other", () => {
  const random = seededRandom(1);
  const seen = new Map<string, number>();
  const expected = new Set<string>();
  const reflect = (place: number, length: number) =>
    place < 0 ? -place : place >= length ? 2 * (length - 1) - place : place;
  for (let y = -2; y <= 2; y += 1) {
    for (let x = -2; x <= 2; x += 1) {
      const moved = view((row, column) => [reflect(row + y, height), reflect(column + x, width)]);
      expected.add(moved.data.subarray(0, height * width).join());
    }
  }
  for (let count = 0; count < 2500; count += 1) {
    const key = augment(images, [0], { crop: 2, fill: "reflect" }, random).data.join();
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  expect(new Set(seen.keys())).toEqual(expected);
  for (const count of seen.values()) expect(Math.abs(count - 100)).toBeLessThan(45);
});

it("augment(…, { alternatingFlip }) mirrors about half of the images, and the others in the next epoch", () => {
  const rows = Array.from({ length: 400 }, (_, row) => row);
  const many = { data: Uint8Array.from({ length: 800 }, (_, at) => at % 2), shape: [400, 1, 2, 1] };
  const flips = (epoch: number, seed = 7) => {
    const { data } = augment(many, rows, { alternatingFlip: true }, seededRandom(1), { epoch, seed });
    return rows.map((row) => data[2 * row] === 1);
  };
  const first = flips(0);
  expect(Math.abs(first.filter(Boolean).length - 200)).toBeLessThan(50);
  expect(flips(1)).toEqual(first.map((flip) => !flip));
  expect(flips(2)).toEqual(first);
  expect(flips(0, 8)).not.toEqual(first);
});

it("augment(…, { cutout }) paints a square over by the mean, anywhere and also over the edge", () => {
  const white = { data: new Uint8Array(36).fill(200).fill(100, 0, 18), shape: [1, 6, 6, 1] };
  const random = seededRandom(2);
  const covered = new Float64Array(36);
  for (let count = 0; count < 500; count += 1) {
    const { data } = augment(white, [0], { cutout: 2 }, random);
    const painted = [...data].filter((value) => value === 150).length;
    expect([1, 2, 4]).toContain(painted);
    for (const [at, value] of data.entries()) if (value === 150) covered[at] = (covered[at] ?? 0) + 1;
  }
  expect(Math.min(...covered)).toBeGreaterThan(0);
});

it("augment refuses crops and squares that are no whole numbers, two kinds of flips, and a reflected turn", () => {
  const draw = (augmentation: Parameters<typeof augment>[2]) => () =>
    augment(images, [0], augmentation, seededRandom(1));
  expect(draw({ crop: 1.5 })).toThrow("crop must be a whole number from 0");
  expect(draw({ cutout: -1 })).toThrow("cutout must be a whole number from 0");
  expect(draw({ horizontalFlip: true, alternatingFlip: true })).toThrow("Give one of them");
  expect(draw({ rotation: 5, fill: "reflect" })).toThrow("not for rotation");
});
