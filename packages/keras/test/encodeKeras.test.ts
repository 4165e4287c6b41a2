import "@tensorflow/tfjs-backend-cpu";
import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import { layers, sequential } from "@tensorflow/tfjs-layers";
import { beforeAll, expect, it } from "vitest";
import { decodeKeras, encodeKeras } from "../src/index.ts";
import { expectSameAnswers } from "./expectSameAnswers.ts";
import { referenceModels } from "./referenceFiles.ts";

beforeAll(() => tf.setBackend("cpu"));

const cases = referenceModels.flatMap((model) =>
  (["keras", "h5"] as const).map((format) => ({ name: model.name, format, model })),
);

it.each(cases)(
  "encodeKeras($name, $format) keeps what a model answers, and what is beside it",
  ({ model, format, name }) =>
    expectNoLeak(async () => {
      const { model: first } = await decodeKeras(model.file(".keras"));
      const bytes = await encodeKeras(first, { format, metadata: { classNames: ["a", "é"] } });
      const { model: second, metadata } = await decodeKeras(bytes);
      expect(metadata).toEqual({ classNames: ["a", "é"] });
      expectSameAnswers(second, model, name === "recurrent" ? 1e-5 : 1e-6);
      expect(await encodeKeras(second, { format, metadata })).toEqual(bytes);
      first.dispose();
      second.dispose();
    }),
);

it("encodeKeras(model) names all layers that Keras does not have", () =>
  expectNoLeak(async () => {
    const model = sequential({
      layers: [
        layers.thresholdedReLU({ theta: 1, inputShape: [2], name: "above" }),
        layers.dense({ units: 1, activation: "hardSigmoid", name: "hard" }),
      ],
    });
    await expect(encodeKeras(model)).rejects.toMatchObject({
      code: "UNSUPPORTED_LAYERS",
      problems: [
        { kind: "ThresholdedReLU", reason: "the class" },
        { kind: "Dense", reason: 'activation "hardSigmoid"' },
      ],
    });
    model.dispose();
  }));

it("encodeKeras(model) keeps the settings of a layer of cells", () =>
  expectNoLeak(async () => {
    const recurrentInitializer = "glorotUniform";
    const cell = [
      layers.lstmCell({ units: 2, recurrentActivation: "sigmoid", recurrentInitializer }),
      layers.simpleRNNCell({ units: 3, activation: "swish", recurrentInitializer }),
    ];
    const model = sequential({
      layers: [layers.rnn({ cell, returnSequences: true, goBackwards: true, inputShape: [4, 2] })],
    });
    const { model: again } = await decodeKeras(await encodeKeras(model));
    expect(again.layers.at(-1)).toMatchObject({
      returnSequences: true,
      goBackwards: true,
      returnState: false,
      stateful: false,
    });
    tf.tidy(() => {
      const x = tf.reshape(tf.linspace(-1, 1, 8), [1, 4, 2]);
      const [ours, theirs] = [model, again].map((each) => [...(each.predict(x) as tf.Tensor).dataSync()]);
      expect(ours).toEqual(theirs);
    });
    model.dispose();
    again.dispose();
  }));

it("encodeKeras(model) says of a compiled model what Keras asks for: the weights of losses, and no momentum of 0", () =>
  expectNoLeak(async () => {
    const model = sequential({ layers: [layers.dense({ units: 2, inputShape: [3] })] });
    model.compile({ optimizer: "sgd", loss: "meanSquaredError" });
    const text = new TextDecoder("latin1").decode(await encodeKeras(model, { format: "h5" }));
    const config = JSON.parse(/\{"loss_weights":null,.*?"registered_name":null\}\}/.exec(text)?.[0] ?? "{}");
    expect(config.optimizer_config.class_name).toBe("SGD");
    expect(config.optimizer_config.config).not.toHaveProperty("momentum");
    model.dispose();
    model.optimizer.dispose();
  }));

it("encodeKeras(model) says nothing of a noise shape, which a spatial dropout only notes for the last batch", () =>
  expectNoLeak(async () => {
    const model = sequential({ layers: [layers.spatialDropout1d({ rate: 0.5, inputShape: [4, 2] })] });
    tf.tidy(() => void model.predict(tf.zeros([1, 4, 2])));
    const text = new TextDecoder("latin1").decode(await encodeKeras(model));
    expect(text).toContain("SpatialDropout1D");
    expect(text).not.toContain("noise_shape");
    model.dispose();
  }));
