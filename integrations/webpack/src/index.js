import { startBackend } from "@minibatch/backends";
import { syntheticDigits } from "@minibatch/datasets/synthetic-digits";
import { mlp } from "@minibatch/models";
import { evaluate, fit } from "@minibatch/training";

const file = (url) => url.href;

async function run() {
  const { name } = await startBackend("wasm", {
    wasmPaths: {
      "tfjs-backend-wasm.wasm": file(
        new URL("@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm", import.meta.url),
      ),
      "tfjs-backend-wasm-simd.wasm": file(
        new URL("@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm", import.meta.url),
      ),
      "tfjs-backend-wasm-threaded-simd.wasm": file(
        new URL("@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm", import.meta.url),
      ),
    },
  });
  const { train, test } = await syntheticDigits.load({ limit: { train: 1000, test: 200 } });
  const model = mlp({ inputShape: [28, 28, 1], hidden: [32], classes: 10 });
  model.compile({ optimizer: "adam", loss: "sparseCategoricalCrossentropy", metrics: ["accuracy"] });
  await fit(model, train, { epochs: 3, batchSize: 32 });
  const { accuracy } = await evaluate(model, test);
  return { backend: name, accuracy };
}

globalThis.results = run();
