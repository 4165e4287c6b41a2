import { startBackend } from "@minibatch/backends";
import { findRecipe } from "@minibatch/recipes";
import * as tf from "@tensorflow/tfjs-core";
import { readInputs } from "../readInputs.mjs";

/** `predict` of tfjs-layers, then reading: on this repository's kernels, or on tfjs' own WASM backend (XNNPACK). */
export async function start(argument, threads) {
  const [backend, ...folder] = argument.split(":");
  if (backend === "minibatch") {
    await startBackend("wasm", { threads });
  } else {
    await import("@tensorflow/tfjs-backend-wasm");
    await tf.setBackend("wasm");
  }
  const models = new Map();
  return {
    prepare({ name, inputShape }, batchSize, batches) {
      if (!models.has(name)) models.set(name, findRecipe(name).createModel(1));
      const model = models.get(name);
      const inputs = readInputs(folder.join(":"), name, inputShape, batchSize);
      const x = tf.tensor(inputs, [batchSize, ...inputShape]);
      return async () => {
        let outputs;
        for (let batch = 0; batch < batches; batch += 1) {
          const y = model.predict(x, { batchSize });
          outputs = y.dataSync();
          y.dispose();
        }
        return batches === 1 ? { outputs: [...outputs] } : {};
      };
    },
  };
}
