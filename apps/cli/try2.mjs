import * as tf from "@tensorflow/tfjs-core";
import { startBackend } from "@minibatch/backends";
import "@tensorflow/tfjs-backend-cpu";
import { cnn } from "@minibatch/models";
import { mnist } from "@minibatch/datasets";
import { fit, evaluate, sliceRows } from "@minibatch/training";
const d = await mnist.load({ mirror: "/tmp/mirror" });
for (const backend of process.argv.slice(3)) {
  if (backend === "cpu") await tf.setBackend("cpu");
  else {
    await startBackend("wasm");
  }
  for (const dropout of [Number(process.argv[2])]) {
    const m = cnn({
      inputShape: [28, 28, 1],
      blocks: [{ filters: [32] }, { filters: [64] }],
      dropout,
      classes: 10,
    });
    m.compile({
      optimizer: tf.train.adam(0.001),
      loss: "sparseCategoricalCrossentropy",
      metrics: ["accuracy"],
    });
    const h = await fit(m, sliceRows(d.train, 0, 512), {
      epochs: 2,
      batchSize: 64,
      validationData: sliceRows(d.test, 0, 256),
      onEvent(e) {
        if (e.type === "batch" && e.batch % 4 === 0) console.log(backend, e.epoch, e.batch, e.logs.loss);
      },
    });
    console.log(backend, dropout, h);
  }
}
