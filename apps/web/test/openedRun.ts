import { drawDigits, syntheticDigits } from "@minibatch/datasets";
import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";
import { toUnitRange } from "../src/worker/classify.ts";
import type { KeptRun } from "../src/worker/lesson/withKeptRun.ts";

const test = drawDigits({ count: 30, split: "test" });

/** A network as a run that is open to be looked into. */
export function keptRun(model: tfl.LayersModel): KeptRun {
  return {
    model,
    inputScaling: toUnitRange,
    test,
    classNames: syntheticDigits.classNames,
    inputsOf: (pictures) => pictures,
  };
}

/** What a layer of such a network gets of the first test pictures, `[pictures, …]`. */
export function inputOf(model: tfl.LayersModel, layer: tfl.layers.Layer, pictures: number): tf.Tensor {
  const until = tfl.model({ inputs: model.inputs, outputs: layer.input });
  const bytes = Float32Array.from(test.x.data.subarray(0, pictures * 784));
  return until.predict(tf.div(tf.tensor4d(bytes, [pictures, 28, 28, 1]), 255)) as tf.Tensor;
}
