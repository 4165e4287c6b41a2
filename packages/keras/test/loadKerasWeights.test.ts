import "@tensorflow/tfjs-backend-cpu";
import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import { layers, sequential } from "@tensorflow/tfjs-layers";
import { beforeAll, expect, it } from "vitest";
import { decodeKeras, encodeKeras, loadKerasWeights } from "../src/index.ts";
import { expectSameAnswers } from "./expectSameAnswers.ts";
import { referenceModel, referenceModels } from "./referenceFiles.ts";

beforeAll(() => tf.setBackend("cpu"));

const endings = [".keras", ".h5", ".weights.h5"] as const;
const cases = referenceModels.flatMap((model) =>
  endings.map((ending) => ({ name: model.name, ending, model })),
);

it.each(cases)(
  "loadKerasWeights(model, $name$ending) fills a model that was built before",
  ({ model, ending }) =>
    expectNoLeak(async () => {
      const { model: built } = await decodeKeras(model.file(".keras"));
      for (const { shape, weight } of built.weights.map((weight) => ({
        weight,
        shape: weight.shape as number[],
      }))) {
        tf.tidy(() => void weight.write(tf.zeros(shape)));
      }
      expect(await loadKerasWeights(built, model.file(ending))).toEqual([]);
      expectSameAnswers(built, model, 1e-5);
      built.dispose();
    }),
);

it("loadKerasWeights(model, bytes) names every weight that does not fit, and partial leaves it as it is", () =>
  expectNoLeak(async () => {
    const make = (units: number) =>
      sequential({
        layers: [
          layers.dense({ units: 3, inputShape: [2], name: "body", kernelInitializer: "ones" }),
          layers.dense({ units, name: "head", kernelInitializer: "ones" }),
        ],
      });
    const [four, five] = [make(4), make(5)];
    const bytes = await encodeKeras(four, { format: "weights.h5" });
    await expect(loadKerasWeights(five, bytes)).rejects.toMatchObject({
      code: "WEIGHTS_MISMATCH",
      message: expect.stringMatching(/head\/kernel of head .* \[3, 4\] in place of \[3, 5\]; head\/bias/),
    });
    for (const format of ["keras", "h5", "weights.h5"] as const) {
      const file = await encodeKeras(four, { format });
      expect(await loadKerasWeights(five, file, { partial: true })).toEqual(["head/kernel", "head/bias"]);
    }
    four.dispose();
    five.dispose();
  }));

it("loadKerasWeights(model, bytes) refuses a file of another model as Keras does", () =>
  expectNoLeak(async () => {
    const model = sequential({ layers: [layers.dense({ units: 3, inputShape: [2] })] });
    await expect(
      loadKerasWeights(model, referenceModel("functional").file(".weights.h5")),
    ).rejects.toMatchObject({
      code: "WEIGHTS_MISMATCH",
    });
    model.dispose();
  }));

it("loadKerasWeights(model, bytes, { partial }) finds the layers of a functional model by their names", () =>
  expectNoLeak(async () => {
    const { model: whole } = await decodeKeras(referenceModel("functional").file(".keras"));
    const [dense] = whole.layers.filter((layer) => layer.getClassName() === "Dense").slice(-1);
    const [kernel] = dense?.weights ?? [];
    const model = sequential({
      layers: [
        layers.dense({
          units: kernel?.shape[1] ?? 1,
          inputShape: [kernel?.shape[0] ?? 1],
          name: dense?.name ?? "",
        }),
      ],
    });
    for (const ending of [".keras", ".weights.h5"] as const) {
      tf.tidy(() => model.setWeights(model.getWeights().map((weight) => tf.zerosLike(weight))));
      const file = referenceModel("functional").file(ending);
      expect(await loadKerasWeights(model, file, { partial: true })).toEqual([]);
      expect(model.getWeights().map((weight) => [...weight.dataSync()])).toEqual(
        dense?.getWeights().map((weight) => [...weight.dataSync()]),
      );
    }
    whole.dispose();
    model.dispose();
  }));
