import type { NdArray } from "@minibatch/datasets";
import { expect, it } from "vitest";
import {
  applyScaling,
  argMax,
  balancedClassWeights,
  categoricalCrossentropy,
  confusionMatrix,
  encodeLabels,
  gatherRows,
  oneHot,
  rescale,
  rocCurve,
  sampleGrid,
  seededRandom,
  shuffledIndices,
  sliceRows,
  standardize,
  worstMistakes,
} from "../src/index.ts";

const x: NdArray = { data: Float32Array.of(1, 2, 3, 4), shape: [2, 2] };
const samples = { x, y: { data: Uint8Array.of(0, 1), shape: [2] } };
const short: NdArray = { data: Float32Array.of(1, 2, 3), shape: [2, 2] };
const withNaN: NdArray = { data: Float32Array.of(1, 2, 3, Number.NaN), shape: [2, 2] };
const plain = { scale: 1, offset: 0 };

it.each<[string, () => unknown, string, string]>([
  ["oneHot(labels, -1)", () => oneHot([0], -1), "INVALID_ARGUMENT", "classes must be a positive integer"],
  ["oneHot(labels, 2.5)", () => oneHot([0], 2.5), "INVALID_ARGUMENT", "but it is 2.5"],
  ["oneHot([], 0)", () => oneHot([], 0), "INVALID_ARGUMENT", "classes"],
  ["confusionMatrix(…, Infinity)", () => confusionMatrix([0], [0], Infinity), "INVALID_ARGUMENT", "classes"],
  ["confusionMatrix(…, 1.5)", () => confusionMatrix([0], [0], 1.5), "INVALID_ARGUMENT", "classes"],
  ["balancedClassWeights([], -1)", () => balancedClassWeights([], -1), "INVALID_ARGUMENT", "classes"],
  [
    "encodeLabels with a name twice",
    () => encodeLabels(["a"], ["a", "a"]),
    "INVALID_ARGUMENT",
    "each class once",
  ],
  [
    "gatherRows(samples, [2])",
    () => gatherRows(samples, [0, 2]),
    "INVALID_ARGUMENT",
    "from 0 to 1, but index 1 is 2",
  ],
  ["gatherRows(samples, [-1])", () => gatherRows(samples, [-1]), "INVALID_ARGUMENT", "but index 0 is -1"],
  ["gatherRows(samples, [0.5])", () => gatherRows(samples, [0.5]), "INVALID_ARGUMENT", "but index 0 is 0.5"],
  [
    "sliceRows(samples, -1)",
    () => sliceRows(samples, -1),
    "INVALID_ARGUMENT",
    "start must be an integer from 0",
  ],
  ["sliceRows(samples, 0, NaN)", () => sliceRows(samples, 0, Number.NaN), "INVALID_ARGUMENT", "end must be"],
  ["shuffledIndices(-1)", () => shuffledIndices(-1, seededRandom(1)), "INVALID_ARGUMENT", "count must be"],
  [
    "applyScaling of too few values",
    () => applyScaling(short, plain),
    "SHAPE_MISMATCH",
    "4 values, but holds 3",
  ],
  [
    "applyScaling(x, NaN)",
    () => applyScaling(x, { scale: Number.NaN, offset: 0 }),
    "INVALID_ARGUMENT",
    "scale is NaN",
  ],
  ["standardize of too few values", () => standardize(short), "SHAPE_MISMATCH", "4 values, but holds 3"],
  ["rescale of too few values", () => rescale(short), "SHAPE_MISMATCH", "4 values, but holds 3"],
  ["argMax of too few values", () => argMax(short), "SHAPE_MISMATCH", "4 values, but holds 3"],
  ["argMax of a vector", () => argMax({ data: x.data, shape: [4] }), "SHAPE_MISMATCH", "they are [4]"],
  ["argMax of no classes", () => argMax({ data: x.data, shape: [4, 0] }), "SHAPE_MISMATCH", "[4, 0]"],
  ["argMax of pictures", () => argMax({ data: x.data, shape: [1, 2, 2] }), "SHAPE_MISMATCH", "[1, 2, 2]"],
  [
    "categoricalCrossentropy of a label that is one too large, before a further row",
    () => categoricalCrossentropy([2, 0], x),
    "INVALID_ARGUMENT",
    "integers from 0 to 1, but label 0 is 2",
  ],
  [
    "argMax of one column",
    () => argMax({ data: x.data, shape: [4, 1] }),
    "SHAPE_MISMATCH",
    "[4, 1], whose largest column is always the first. One column is the probability of the second of two classes",
  ],
  [
    "categoricalCrossentropy of a label too many",
    () => categoricalCrossentropy([0, 1, 1], x),
    "SHAPE_MISMATCH",
    "probabilities must be [3, classes], but they are [2, 2].",
  ],
  [
    "categoricalCrossentropy of pictures",
    () => categoricalCrossentropy([0, 1], { data: x.data, shape: [2, 2, 1] }),
    "SHAPE_MISMATCH",
    "they are [2, 2, 1]",
  ],
  [
    "categoricalCrossentropy of nothing",
    () => categoricalCrossentropy([], { data: new Float32Array(0), shape: [0, 2] }),
    "SHAPE_MISMATCH",
    "they are [0, 2]",
  ],
  [
    "confusionMatrix of a label outside the classes",
    () => confusionMatrix([2], [0], 2),
    "INVALID_ARGUMENT",
    "integers from 0 to 1",
  ],
  ["argMax of NaN", () => argMax(withNaN), "INVALID_ARGUMENT", "Row 1 of scores holds NaN"],
  [
    "categoricalCrossentropy of too few values",
    () => categoricalCrossentropy([0, 1], short),
    "SHAPE_MISMATCH",
    "holds 3",
  ],
  ["rocCurve of NaN", () => rocCurve([0, 1], [Number.NaN, 1]), "INVALID_ARGUMENT", "row 0 has 0 and NaN"],
  ["rocCurve of labels 1 and 2", () => rocCurve([1, 2], [0, 1]), "INVALID_ARGUMENT", "row 1 has 2 and 1"],
  ["worstMistakes of other rows", () => worstMistakes([0, 1, 1], x), "SHAPE_MISMATCH", "[3, classes]"],
])("%s is refused with a code", (_, call, code, message) => {
  expect(call).toThrow(expect.objectContaining({ code, message: expect.stringContaining(message) }));
});

it("sampleGrid(samples, classNames) draws the clamped bytes of a canvas like others", () => {
  const bytes = Uint8Array.of(0, 80, 160, 255);
  const images = (data: Uint8Array | Uint8ClampedArray) => ({
    x: { data, shape: [1, 2, 2, 1] },
    y: samples.y,
  });
  const drawn = sampleGrid(images(new Uint8ClampedArray(bytes)), ["a", "b"]).rows[0]?.image;
  expect(drawn).toBe(sampleGrid(images(bytes), ["a", "b"]).rows[0]?.image);
});
