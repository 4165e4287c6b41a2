import * as tf from "@tensorflow/tfjs-core";
import { startBackend } from "@minibatch/backends";
import "@tensorflow/tfjs-backend-cpu";
import { mlp, cnn } from "@minibatch/models";
import { mnist } from "@minibatch/datasets";
import { fit, sliceRows } from "@minibatch/training";
const d = await mnist.load({ mirror: "/tmp/mirror", limit: 64 });
for (const opt of ["sgd", "adam", "rmsprop"])
  for (const kind of ["mlp", "cnn"])
    for (const backend of ["cpu", "wasm"]) {
      if (backend === "cpu") await tf.setBackend("cpu");
      else {
        await startBackend("wasm");
      }
      const m =
        kind === "mlp"
          ? mlp({ inputShape: [28, 28, 1], hidden: [16], classes: 10 })
          : cnn({ inputShape: [28, 28, 1], blocks: [{ filters: [4] }, { filters: [8] }], classes: 10 });
      m.compile({
        optimizer: tf.train[opt](0.01),
        loss: "sparseCategoricalCrossentropy",
        metrics: ["accuracy"],
      });
      const h = await fit(m, d.train, { epochs: 3, batchSize: 16 });
      console.log(opt, kind, backend, h.loss);
    }
