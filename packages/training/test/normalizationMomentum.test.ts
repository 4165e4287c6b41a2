import "@tensorflow/tfjs-backend-cpu";
import { layers, type LayersModel, sequential } from "@tensorflow/tfjs-layers";
import { expect, it } from "vitest";
import { normalizationMomentum } from "../src/index.ts";

const normalization = (momentum: number, trainable = true) =>
  layers.batchNormalization({ momentum, trainable, inputShape: [2] });

it.for<[string, () => LayersModel, number | undefined]>([
  [
    "the largest of those at any depth",
    () => sequential({ layers: [normalization(0.5), sequential({ layers: [normalization(0.9)] })] }),
    0.9,
  ],
  [
    "none of a layer that does not learn",
    () => sequential({ layers: [normalization(0.5), normalization(0.9, false)] }),
    0.5,
  ],
  [
    "nothing of a model that does not learn",
    () => {
      const model = sequential({ layers: [normalization(0.5)] });
      model.trainable = false;
      return model;
    },
    undefined,
  ],
  [
    "nothing where there is none",
    () => sequential({ layers: [layers.dense({ units: 1, inputShape: [2] })] }),
    undefined,
  ],
])("normalizationMomentum(model) says %s", ([, make, momentum]) => {
  const model = make();
  expect(normalizationMomentum(model)).toBe(momentum);
  model.dispose();
});
