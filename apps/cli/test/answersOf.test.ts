import "@tensorflow/tfjs-backend-cpu";
import type { ModelMetadata } from "@minibatch/models";
import { mnist } from "@minibatch/datasets";
import { setBackend } from "@tensorflow/tfjs-core";
import { layers, type LayersModel, sequential } from "@tensorflow/tfjs-layers";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { answersOf, requireOneAnswer } from "../src/predict/answersOf.ts";

beforeAll(() => setBackend("cpu"));

type Activation = "softmax" | "sigmoid" | "linear" | "tanh";

function loaded(units: number, activation: Activation, metadata: ModelMetadata = {}) {
  const model = sequential({ layers: [layers.dense({ units, activation, inputShape: [2] })] });
  onTestFinished(() => void model.dispose());
  return { model, metadata };
}

const rows = (width: number, ...data: number[]) => ({
  data: Float32Array.from(data),
  shape: [data.length / width, width],
});

/** The names and the probabilities of one row. */
function classes(one: ReturnType<typeof loaded>, ...outputs: number[]) {
  requireOneAnswer(one);
  const answers = answersOf(one, rows(outputs.length, ...outputs));
  if (answers.kind !== "classes") throw new Error("expected classes");
  return answers.names.map((name, at) => [name, Number(answers.probabilities.data[at]?.toFixed(4))]);
}

describe("answersOf(model, outputs)", () => {
  it("takes one sigmoid unit for the probability of the second class", () => {
    const names = { classNames: ["ham", "spam"] };
    expect(classes(loaded(1, "sigmoid", names), 0.75)).toEqual([
      ["ham", 0.25],
      ["spam", 0.75],
    ]);
    expect(classes(loaded(1, "sigmoid", { classNames: ["spam"] }), 0.75)).toEqual([
      ["not spam", 0.25],
      ["spam", 0.75],
    ]);
    expect(classes(loaded(1, "sigmoid"), 0.75)).toEqual([
      ["0", 0.25],
      ["1", 0.75],
    ]);
  });

  it("takes softmax for the probability of each class, by the names that are known", () => {
    expect(classes(loaded(2, "softmax", { classNames: ["a", "b"] }), 0.1, 0.9)).toEqual([
      ["a", 0.1],
      ["b", 0.9],
    ]);
    expect(classes(loaded(2, "softmax"), 0.1, 0.9)).toEqual([
      ["0", 0.1],
      ["1", 0.9],
    ]);
    const ten = Array.from({ length: 10 }, () => 0.1);
    expect(classes(loaded(10, "softmax", { dataset: "fashion-mnist" }), ...ten)[9]).toEqual([
      "Ankle boot",
      0.1,
    ]);
  });

  it("makes probabilities of the scores of a model that ends in no softmax", () => {
    const [a, b] = classes(loaded(2, "linear", { classNames: ["a", "b"] }), 2, 0);
    expect([a, b]).toEqual([
      ["a", 0.8808],
      ["b", 0.1192],
    ]); // 1 / (1 + e^-2)
  });

  it("takes several sigmoid units for classes that are there or not by themselves", () => {
    const answers = answersOf(loaded(3, "sigmoid", { classNames: ["a", "b", "c"] }), rows(3, 0.9, 0.1, 0.8));
    expect(answers).toMatchObject({ kind: "classes", independent: true });
  });

  it("gives all values of a model that names no classes", () => {
    expect(answersOf(loaded(2, "linear"), rows(2, 1, 2, 3, 4))).toEqual({
      kind: "values",
      names: ["y0", "y1"],
      values: rows(2, 1, 2, 3, 4),
    });
    const one = answersOf(loaded(1, "linear", { dataset: "boston-housing" }), rows(1, 5));
    expect(one).toMatchObject({ kind: "values", names: ["price in $1000"] });
    const share = answersOf(loaded(1, "sigmoid", { targetName: "share" }), rows(1, 0.5));
    expect(share).toMatchObject({ kind: "values", names: ["share"] });
  });
});

describe("requireOneAnswer(model)", () => {
  it.each<[string, () => { model: LayersModel; metadata: ModelMetadata }, string]>([
    [
      "other names than outputs",
      () => loaded(3, "softmax", { classNames: ["a", "b"] }),
      "names for 2 classes (a, b)",
    ],
    [
      "many names for one unit",
      () => loaded(1, "sigmoid", { classNames: [...mnist.classNames] }),
      "names for 10 classes (0, 1, 2, …)",
    ],
    [
      "two classes by a unit that gives no probability",
      () => loaded(1, "linear", { classNames: ["a", "b"] }),
      'ends in "linear"',
    ],
    [
      "two classes by tanh",
      () => loaded(1, "tanh", { classNames: ["a", "b"] }),
      "End it in one unit with sigmoid",
    ],
    [
      "a picture for an output",
      () => ({
        model: sequential({ layers: [layers.conv2d({ filters: 2, kernelSize: 1, inputShape: [4, 4, 1] })] }),
        metadata: {},
      }),
      "The model gives [4, 4, 2] for each input",
    ],
  ])("refuses %s", (_name, make, words) => {
    const one = make();
    expect(() => requireOneAnswer(one)).toThrow(
      expect.objectContaining({ code: "MODEL_MISMATCH", message: expect.stringContaining(words) }),
    );
  });

  it("takes an output that is a picture of one pixel", () => {
    const model = sequential({
      layers: [layers.conv2d({ filters: 3, kernelSize: 4, activation: "softmax", inputShape: [4, 4, 1] })],
    });
    expect(() => requireOneAnswer({ model, metadata: { classNames: ["a", "b", "c"] } })).not.toThrow();
    model.dispose();
  });
});
