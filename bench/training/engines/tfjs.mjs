import { createRequire } from "node:module";
import util from "node:util";
import { samples } from "../samples.mjs";
import { tfjsModel } from "../tfjsModel.mjs";

/** Stock TensorFlow.js: `model.fit` on tensors. */
export async function start(backend) {
  const { tf, tfl } = await (backend === "tensorflow" ? native() : portable(backend));
  if (!(await tf.setBackend(backend))) throw new Error(`the backend "${backend}" did not start`);
  await tf.ready();
  return {
    prepare(spec, batchSize, batches) {
      const model = tfjsModel({ tf, tfl }, spec);
      const { x, y } = samples(spec.input, batchSize * batches);
      const images = tf.tidy(() => tf.div(tf.tensor(x.data, x.shape, "float32"), 255));
      const labels = tf.tensor(y.data, [...y.shape, 1], "float32");
      return () => model.fit(images, labels, { batchSize, epochs: 1, verbose: 0, yieldEvery: "never" });
    },
  };
}

async function portable(backend) {
  await (backend === "wasm"
    ? import("@tensorflow/tfjs-backend-wasm")
    : import("@tensorflow/tfjs-backend-cpu"));
  return { tf: await import("@tensorflow/tfjs-core"), tfl: await import("@tensorflow/tfjs-layers") };
}

/** tfjs-node is nobody's dependency here: it is found beside the workspace, in the current folder or in NODE_PATH. */
async function native() {
  // tfjs-node 4.22 calls what Node 23 took away.
  util.isNullOrUndefined ??= (value) => value === null || value === undefined;
  for (const from of [import.meta.url, `${process.cwd()}/package.json`]) {
    const require = createRequire(from);
    try {
      require.resolve("@tensorflow/tfjs-node");
    } catch {
      continue;
    }
    const tf = require("@tensorflow/tfjs-node");
    return { tf, tfl: tf };
  }
  throw new Error("@tensorflow/tfjs-node is not installed");
}
