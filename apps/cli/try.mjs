import * as tf from "@tensorflow/tfjs-core";
import { startBackend } from "@minibatch/backends";
import { findRecipe, trainRecipe } from "@minibatch/recipes";
const b = await startBackend("wasm");
console.log(b.name, b.device);
const r = await trainRecipe(findRecipe(process.argv[2] ?? "mnist-mlp-512"), {
  mirror: "/tmp/mirror",
  limit: Number(process.argv[3] ?? 6000),
  epochs: Number(process.argv[4] ?? 2),
  onEvent(e) {
    if (e.type === "epoch") console.log(JSON.stringify(e));
  },
});
console.log(r.test, r.samples, r.seconds, r.samplesPerSecond, tf.memory().numTensors);
r.model.dispose();
console.log(tf.memory().numTensors);
