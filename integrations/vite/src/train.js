import { startBackend } from "@minibatch/backends";
import { syntheticDigits } from "@minibatch/datasets/synthetic-digits";
import { mlp } from "@minibatch/models";
import { evaluate, fit } from "@minibatch/training";
import threadedSimd from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url";
import simd from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url";
import plain from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url";

/** Trains a small network, and says on what, and how well it reads digits that it has not seen. */
export async function train() {
  const { name } = await startBackend("wasm", {
    wasmPaths: {
      "tfjs-backend-wasm.wasm": plain,
      "tfjs-backend-wasm-simd.wasm": simd,
      "tfjs-backend-wasm-threaded-simd.wasm": threadedSimd,
    },
  });
  const { train, test } = await syntheticDigits.load({ limit: { train: 1000, test: 200 } });
  const model = mlp({ inputShape: [28, 28, 1], hidden: [32], classes: 10 });
  model.compile({ optimizer: "adam", loss: "sparseCategoricalCrossentropy", metrics: ["accuracy"] });
  await fit(model, train, { epochs: 3, batchSize: 32 });
  const { accuracy } = await evaluate(model, test);
  return { backend: name, accuracy };
}
