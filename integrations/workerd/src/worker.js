// A worker at the edge: WebAssembly is compiled when it is deployed, so the two modules are imported and handed in.
import { startBackend } from "@minibatch/backends";
import { syntheticDigits } from "@minibatch/datasets";
import { mlp } from "@minibatch/models";
import { argMax, fit, predict } from "@minibatch/training";
import kernels from "@minibatch/wasm-kernels/kernels.wasm";
import tfjs from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm";
import { train } from "../mlp/train.js";

const modules = { tfjs, kernels };

export default {
  async fetch(request) {
    const { pathname } = new URL(request.url);
    return Response.json(pathname === "/train" ? await train({ modules }) : await predictDigits());
  },
};

/** Reads five digits. The network is trained once, by the first request; a worker of yours would load its weights. */
async function predictDigits() {
  const { model, device } = await (trained ??= trainModel());
  const { test } = await syntheticDigits.load({ limit: { train: 0, test: 5 } });
  return { device, classes: [...argMax(await predict(model, test.x))], labels: [...test.y.data] };
}

let trained;

async function trainModel() {
  const { device } = await startBackend("wasm", { modules });
  const { train } = await syntheticDigits.load({ limit: { train: 2000, test: 0 } });
  const model = mlp({ inputShape: syntheticDigits.inputShape, hidden: [128], classes: 10 });
  model.compile({ optimizer: "adam", loss: "sparseCategoricalCrossentropy" });
  await fit(model, train, { epochs: 10, batchSize: 64 });
  return { model, device };
}
