import { readFileSync } from "node:fs";
import { startBackend } from "@minibatch/backends";
import type { NdArray } from "@minibatch/datasets";
import { expectNoLeak } from "@minibatch/testing";
import { evaluate, fit } from "@minibatch/training";
import { type LayersModel, layers, sequential } from "@tensorflow/tfjs-layers";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";

/** What Keras makes of targets: a loss, null for one that is no number, or that it throws. */
type Kerass = number | null | "refused";

interface Output {
  readonly activation: "softmax" | "sigmoid";
  readonly shape: readonly number[];
  readonly targets: Readonly<
    Record<string, { readonly data: readonly (number | "NaN")[]; readonly shape: readonly number[] }>
  >;
  readonly losses: Readonly<Record<string, Readonly<Record<string, Kerass>>>>;
}

const reference: Readonly<Record<string, Output>> = JSON.parse(
  readFileSync(new URL("reference/targets.json", import.meta.url), "utf8"),
);

const anyRows = ["one-hot rows", "soft rows", "one-hot rows and one of zeros", "rows of several ones"];
const columns = ["labels", "labels in a column"];

/** The targets that each kind of loss takes, by the output; everything else of the table is refused. */
const taken: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  labels: { classes: columns, unit: [], places: columns },
  distributions: { classes: ["one-hot rows", "soft rows"], unit: [], places: ["one-hot rows"] },
  probabilities: { classes: anyRows, unit: [...columns, "soft labels"], places: ["one-hot rows"] },
  signs: { classes: ["rows of -1 and 1"], unit: ["labels of -1 and 1"], places: [] },
  amounts: {
    classes: [...anyRows, "rows of amounts"],
    unit: [...columns, "soft labels", "labels from 1 to 2", "labels of three", "labels and 255"],
    places: ["one-hot rows"],
  },
  values: {
    classes: [...anyRows, "rows of amounts", "rows of values", "rows of -1 and 1"],
    unit: [
      ...columns,
      "soft labels",
      "labels from 1 to 2",
      "labels of three",
      "labels and 255",
      "labels of -1 and 1",
      "values",
    ],
    places: ["one-hot rows", "rows of values"],
  },
};

const kindOf: Readonly<Record<string, keyof typeof taken>> = {
  sparseCategoricalCrossentropy: "labels",
  categoricalCrossentropy: "distributions",
  categoricalHinge: "distributions",
  binaryCrossentropy: "probabilities",
  kullbackLeiblerDivergence: "probabilities",
  hinge: "signs",
  squaredHinge: "signs",
  poisson: "amounts",
  meanSquaredLogarithmicError: "amounts",
};

/** A model that puts out what comes in, through the activation, as Keras' in the reference. */
function through({ activation, shape }: Output): LayersModel {
  const units = shape.at(-1) ?? 1;
  const inputShape = [...shape];
  const model = sequential({ layers: [layers.dense({ units, inputShape, activation, useBias: false })] });
  tf.tidy(() => model.setWeights([tf.eye(units)]));
  return model;
}

function inputs({ shape }: Output): NdArray {
  const size = 4 * shape.reduce((product, length) => product * length, 1);
  return { data: Float32Array.from({ length: size }, (_, at) => Math.cos(at)), shape: [4, ...shape] };
}

describe.each(["cpu", "wasm"] as const)("on %s", (backend) => {
  beforeAll(() => startBackend(backend));

  describe.each(Object.entries(reference))("with an output of %s", (name, output) => {
    const x = inputs(output);
    const cases = Object.entries(output.losses).map(([loss, kerass]) => {
      const takes = taken[kindOf[loss] ?? "values"]?.[name] ?? [];
      const refuses = Object.keys(output.targets).filter((kind) => !takes.includes(kind));
      return { loss, kerass, takes, refuses };
    });
    const samplesOf = (kind: string) => {
      const { data, shape } = output.targets[kind] ?? { data: [], shape: [0] };
      return { x, y: { data: Float32Array.from(data, Number), shape } };
    };
    const compiled = (loss: string) => {
      const model = through(output);
      model.compile({ optimizer: "sgd", loss });
      return model;
    };

    it.each(cases)(
      "evaluate gives Keras' value for all targets that $loss takes",
      async ({ loss, kerass, takes }) => {
        const model = compiled(loss);
        for (const kind of takes) {
          const found = await expectNoLeak(() => evaluate(model, samplesOf(kind)));
          const expected = kerass[kind] as number;
          const size = Math.max(1, Math.abs(expected));
          expect((found["loss"] ?? Number.NaN) / size, kind).toBeCloseTo(expected / size, 4);
        }
        model.dispose();
      },
    );

    it.each(cases)(
      "evaluate, fit and validation refuse all other targets of $loss",
      async ({ loss, takes, refuses }) => {
        const model = compiled(loss);
        const refusal = { code: expect.stringMatching(/^(SHAPE_MISMATCH|INVALID_ARGUMENT)$/) };
        const right = samplesOf(takes[0] ?? "");
        for (const kind of refuses) {
          const samples = samplesOf(kind);
          await expectNoLeak(async () => {
            await expect(evaluate(model, samples), kind).rejects.toMatchObject(refusal);
            await expect(fit(model, samples), kind).rejects.toMatchObject(refusal);
            await expect(fit(model, right, { validationData: samples }), kind).rejects.toMatchObject(refusal);
          });
        }
        model.dispose();
      },
    );
  });
});

it("the table takes nothing that Keras refuses", () => {
  const wrong = Object.entries(reference).flatMap(([name, { losses }]) =>
    Object.entries(losses).flatMap(([loss, kerass]) =>
      (taken[kindOf[loss] ?? "values"]?.[name] ?? []).filter((kind) => typeof kerass[kind] !== "number"),
    ),
  );
  expect(wrong).toEqual([]);
});
