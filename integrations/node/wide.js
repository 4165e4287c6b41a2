// Trains the same network with vectors of 256 bits, where there are such, and without: prints whether there were, and what became of the weights.
import { createHash } from "node:crypto";
import { installWasmKernels, shareWasmMemory } from "@minibatch/wasm-kernels";
import * as tfjsWasm from "@tensorflow/tfjs-backend-wasm";
import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";

await shareWasmMemory(tfjsWasm);
await tf.setBackend("wasm");
const runs = [];
for (const wideSimd of [true, false]) {
  const kernels = await installWasmKernels({ wideSimd });
  runs.push({ wide: kernels.wideSimd, weights: await trainedWeights() });
  kernels.uninstall();
}
console.log(JSON.stringify(runs));
process.exit();

async function trainedWeights() {
  const seeded = (seed) => tfl.initializers.glorotUniform({ seed });
  const model = tfl.sequential({
    layers: [
      tfl.layers.conv2d({
        inputShape: [20, 20, 3],
        filters: 24,
        kernelSize: 3,
        kernelInitializer: seeded(1),
      }),
      tfl.layers.conv2d({ filters: 36, kernelSize: 3, activation: "relu", kernelInitializer: seeded(2) }),
      tfl.layers.maxPooling2d({ poolSize: 2 }),
      tfl.layers.flatten(),
      tfl.layers.dense({ units: 200, activation: "relu", kernelInitializer: seeded(3) }),
      tfl.layers.dense({ units: 10, activation: "softmax", kernelInitializer: seeded(4) }),
    ],
  });
  model.compile({ optimizer: "adam", loss: "categoricalCrossentropy" });
  const x = tf.randomUniform([64, 20, 20, 3], 0, 1, "float32", 5);
  const classes = tf.mod(tf.range(0, 64, 1, "int32"), tf.scalar(10, "int32"));
  const y = tf.cast(tf.oneHot(classes, 10), "float32");
  for (let step = 0; step < 20; step += 1) await model.trainOnBatch(x, y);
  const hash = createHash("sha256");
  for (const weight of model.getWeights()) hash.update(new Uint8Array(weight.dataSync().slice().buffer));
  return hash.digest("hex");
}
