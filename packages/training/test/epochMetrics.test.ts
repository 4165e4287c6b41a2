import "@tensorflow/tfjs-backend-cpu";
import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type Checkpoint,
  decodeCheckpoint,
  encodeCheckpoint,
  evaluate,
  fit,
  type FitEvent,
  type Logs,
} from "../src/index.ts";
import { readReference } from "./readReference.ts";

const { rows, cases } = readReference<{
  rows: number;
  cases: Record<
    string,
    { columns: number; target: number[]; output: number[]; values: Record<string, number> }
  >;
}>("epochMetrics");

const compiledAs: Record<string, string | ((target: tf.Tensor, output: tf.Tensor) => tf.Tensor)> = {
  precision: "precision",
  recall: tfl.metrics.recall,
  r2Score: tfl.metrics.r2Score,
};

beforeAll(() => tf.setBackend("cpu"));

/** A model that gives out what it gets, whatever it is trained with: its weights are frozen but for one that moves nothing. */
function echo(columns: number, metrics: readonly unknown[]): tfl.LayersModel {
  const inputs = tfl.input({ shape: [columns] });
  const nothing = tfl.layers
    .dense({ units: columns, useBias: false, kernelInitializer: "zeros" })
    .apply(tfl.layers.reLU().apply(tfl.layers.dense({ units: 1, kernelInitializer: "zeros" }).apply(inputs)));
  const outputs = tfl.layers.add().apply([inputs, nothing as tfl.SymbolicTensor]) as tfl.SymbolicTensor;
  const model = tfl.model({ inputs, outputs });
  model.compile({ optimizer: tf.train.sgd(0), loss: "meanSquaredError", metrics: metrics as string[] });
  return model;
}

function caseOf(name: string) {
  const known = cases[name];
  if (!known) throw new Error(`There is no case "${name}".`);
  return known;
}

function samplesOf({ columns, target, output }: { columns: number; target: number[]; output: number[] }) {
  return {
    x: { data: Float32Array.from(output), shape: [rows, columns] },
    y: { data: Float32Array.from(target), shape: [rows, columns] },
  };
}

function expectValues(logs: Logs, values: Readonly<Record<string, number>>, prefix = ""): void {
  for (const [name, value] of Object.entries(values)) {
    const column = prefix ? `${prefix}${name.charAt(0).toUpperCase()}${name.slice(1)}` : name;
    expect(logs[column], column).toBeCloseTo(value, name === "r2Score" ? 4 : 6);
  }
}

describe.each(Object.entries(cases))("precision, recall and r2Score of %s", (_, known) => {
  const metrics = Object.keys(known.values).map((name) => compiledAs[name]);

  it.each([1, 7, 32, 1000])(
    "are scikit-learn's in batches of %i, of training, validation and evaluate",
    async (batchSize) => {
      const samples = samplesOf(known);
      await expectNoLeak(async () => {
        const model = echo(known.columns, metrics);
        expectValues(await evaluate(model, samples, { batchSize }), known.values);
        let running: Logs = {};
        const history = await fit(model, samples, {
          batchSize,
          validationData: samples,
          onEvent(event) {
            if (event.type === "batch") running = event.logs;
          },
        });
        const logs = Object.fromEntries(
          Object.entries(history).map(([name, [value = Number.NaN] = []]) => [name, value]),
        );
        expectValues(logs, known.values);
        expectValues(logs, known.values, "val");
        expectValues(running, known.values);
        model.optimizer.dispose();
        model.dispose();
      });
    },
  );
});

it("fit(model, samples, { resumeFrom }) goes on with the counts of the epoch, so that its history is that of a whole run", async () => {
  const known = caseOf("several labels a row");
  const samples = samplesOf(known);
  const train = async (options: object) => {
    const model = echo(known.columns, ["precision", tfl.metrics.recall, tfl.metrics.r2Score, "mse"]);
    return fit(model, samples, { batchSize: 7, epochs: 2, seed: 3, ...options });
  };
  const whole = await train({});
  for (const afterBatches of [1, 3, 9]) {
    const controller = new AbortController();
    let last: Checkpoint | undefined;
    let batches = 0;
    const run = train({
      signal: controller.signal,
      onEvent: ({ type }: FitEvent) => {
        if (type === "batch" && ++batches === afterBatches) controller.abort(new Error("stopped"));
      },
      onCheckpoint: (checkpoint: Checkpoint) => void (last = checkpoint),
    });
    await expect(run).rejects.toThrow("stopped");
    const resumeFrom = await decodeCheckpoint(await encodeCheckpoint(last as Checkpoint));
    expect(await train({ resumeFrom })).toEqual(whole);
  }
});

it("every other metric of tfjs is a mean over samples, the same in batches of any size", async () => {
  const known = caseOf("classes in three columns");
  const names = [
    "binaryAccuracy",
    "binaryCrossentropy",
    "categoricalAccuracy",
    "categoricalCrossentropy",
    "cosineProximity",
    "meanAbsoluteError",
    "meanAbsolutePercentageError",
    "meanSquaredError",
    "MAPE",
    "mape",
    "MSE",
    "mse",
  ] as const;
  const others = ["precision", "recall", "r2Score", "sparseCategoricalAccuracy"];
  // Whoever adds a metric to tfjs is to say here what it is.
  expect(Object.keys(tfl.metrics).sort()).toEqual([...names, ...others].sort());
  const model = echo(
    3,
    names.map((name) => tfl.metrics[name]),
  );
  const whole = await evaluate(model, samplesOf(known), { batchSize: rows });
  const { y, x } = samplesOf(known);
  for (const name of names) {
    const single = tf.tidy(() =>
      tf.mean(tfl.metrics[name](tf.tensor(y.data, [rows, 3]), tf.tensor(x.data, [rows, 3]))).dataSync(),
    );
    expect(
      Object.values(whole).some((value) => Math.abs(value - (single[0] ?? 0)) < 1e-5),
      name,
    ).toBe(true);
  }
  for (const batchSize of [1, 7]) {
    for (const [name, value] of Object.entries(await evaluate(model, samplesOf(known), { batchSize }))) {
      expect(Math.abs(value / (whole[name] ?? 0) - 1), `${name} in batches of ${batchSize}`).toBeLessThan(
        1e-5,
      );
    }
  }
});

it("a metric of one's own is averaged over samples, under its name or a number, each in a column of its own", async () => {
  const share = (target: tf.Tensor, output: tf.Tensor) => tf.cast(tf.greater(output, target), "float32");
  const named = Object.defineProperty(share.bind(null), "name", { value: "share" });
  const nameless = Object.defineProperty(share.bind(null), "name", { value: "" });
  const precision = Object.defineProperty(share.bind(null), "name", { value: "precision" });
  const known = caseOf("values");
  const { loss: _, ...logs } = await evaluate(echo(1, [named, named, nameless, precision]), samplesOf(known));
  const expected = known.target.filter((value, at) => (known.output[at] ?? 0) > value).length / rows;
  expect(Object.keys(logs)).toEqual(["share", "share2", "metric3", "precision"]);
  for (const value of Object.values(logs)) expect(value).toBeCloseTo(expected, 6);
});

it("metrics can be given alone or by the name of the output", async () => {
  const known = caseOf("several labels a row");
  const model = echo(3, []);
  for (const metrics of [
    "precision",
    tfl.metrics.precision,
    { [model.outputNames[0] ?? ""]: ["precision"] },
  ]) {
    model.compile({ optimizer: tf.train.sgd(0), loss: "meanSquaredError", metrics: metrics as never });
    const { precision } = await evaluate(model, samplesOf(known), { batchSize: 7 });
    expect(precision).toBeCloseTo(known.values["precision"] ?? 0, 6);
  }
});

describe("fit and evaluate refuse", () => {
  it("precision, recall and r2Score with integer labels, before anything is trained", async () => {
    const model = tfl.sequential({
      layers: [tfl.layers.dense({ inputShape: [2], units: 3, activation: "softmax" })],
    });
    const samples = {
      x: { data: new Float32Array(8), shape: [4, 2] },
      y: { data: Uint8Array.of(0, 1, 2, 0), shape: [4] },
    };
    for (const metric of ["precision", tfl.metrics.recall, tfl.metrics.r2Score] as string[]) {
      model.compile({ optimizer: "sgd", loss: "sparseCategoricalCrossentropy", metrics: [metric] });
      const refused = {
        code: "INVALID_ARGUMENT",
        message: expect.stringMatching(/oneHot\(labels, classes\)/),
      };
      await expect(fit(model, samples)).rejects.toMatchObject(refused);
      await expect(evaluate(model, samples)).rejects.toMatchObject(refused);
    }
  });

  it("targets of precision and recall that are neither 0 nor 1", async () => {
    for (const [metric, odd] of [
      ["precision", 0.9],
      [tfl.metrics.recall, 2],
      ["precision", -1],
    ] as const) {
      const samples = {
        x: { data: new Float32Array(4), shape: [4, 1] },
        y: { data: Float32Array.of(0, 1, odd, 1), shape: [4, 1] },
      };
      await expect(evaluate(echo(1, [metric]), samples)).rejects.toMatchObject({
        code: "INVALID_ARGUMENT",
        message: expect.stringMatching(/targets of 0 and 1, but 1 of a batch/),
      });
    }
  });

  it("targets of another shape than the output, with a loss of one's own", async () => {
    const model = echo(3, ["precision"]);
    model.compile({
      optimizer: "sgd",
      loss: (_: tf.Tensor, output: tf.Tensor) => tf.mean(output, -1),
      metrics: ["precision"],
    });
    const samples = {
      x: { data: new Float32Array(12), shape: [4, 3] },
      y: { data: new Float32Array(4), shape: [4] },
    };
    await expect(evaluate(model, samples)).rejects.toMatchObject({ code: "SHAPE_MISMATCH" });
  });
});
