import { startBackend } from "@minibatch/backends";
import { fit } from "@minibatch/training";
import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";
import { samples } from "../samples.mjs";
import { tfjsModel } from "../tfjsModel.mjs";

/** `fit` of this repository: shuffled bytes in, events out, as the CLI trains. */
export async function start(backend, threads) {
  await startBackend(backend, backend === "wasm" ? { threads } : {});
  return {
    prepare(spec, batchSize, batches) {
      const model = tfjsModel({ tf, tfl }, spec);
      const data = samples(spec.input, batchSize * batches);
      // What is flat may also be a table: it asks.
      const inputScaling = { scale: 1 / 255, offset: 0 };
      return () => fit(model, data, { batchSize, epochs: 1, inputScaling });
    },
  };
}
