import * as tf from "@tensorflow/tfjs-core";
import { startBackend } from "@minibatch/backends";
import "@tensorflow/tfjs-backend-cpu";
import { cnn } from "@minibatch/models";
import { mnist } from "@minibatch/datasets";
import { sliceRows } from "@minibatch/training";
const d = await mnist.load({ mirror: "/tmp/mirror", limit: 64 });
const res = {};
for (const backend of ["cpu", "wasm"]) {
  if (backend === "cpu") await tf.setBackend("cpu");
  else {
    await startBackend("wasm");
  }
  const m = cnn({
    inputShape: [28, 28, 1],
    blocks: [{ filters: [32] }, { filters: [64] }],
    dropout: 0,
    classes: 10,
  });
  const x = tf.tensor(
    Float32Array.from(d.train.x.data.subarray(0, 784 * 32), (v) => v / 255),
    [32, 28, 28, 1],
  );
  const y = tf.oneHot(tf.tensor1d(d.train.y.data.subarray(0, 32), "int32"), 10);
  const layersOut = m.layers.reduce(
    (acc, l) => {
      acc.push(l.apply(acc.at(-1)));
      return acc;
    },
    [x],
  );
  res[backend] = {
    out: await Promise.all(layersOut.map((t) => t.data())),
    names: m.layers.map((l) => l.name),
  };
  const { value, grads } = tf.variableGrads(
    () => tf.losses.softmaxCrossEntropy(y, m.apply(x)),
    m.trainableWeights.map((w) => w.read()),
  );
  res[backend].loss = (await value.data())[0];
  res[backend].grads = {};
  for (const [n, g] of Object.entries(grads)) res[backend].grads[n.replace(/_\d+$/, "")] = await g.data();
}
const diff = (a, b) => {
  let m = 0,
    s = 0;
  for (let i = 0; i < a.length; i++) {
    m = Math.max(m, Math.abs(a[i] - b[i]));
    s = Math.max(s, Math.abs(a[i]));
  }
  return [m, s];
};
console.log(res.cpu.loss, res.wasm.loss);
res.cpu.out.forEach((o, i) => console.log(i ? res.cpu.names[i - 1] : "x", diff(o, res.wasm.out[i])));
for (const n in res.cpu.grads) console.log(n, diff(res.cpu.grads[n], res.wasm.grads[n]));
