// Batch normalization with GELU beside tfjs' own composition, and a step of airbench-93's network beside its convolutions alone.
// npm run bench:normalization -- [--threads 1] [--batch 125] [--rounds 5]; by turns (ABBA), medians.
import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";
import * as tfjsWasm from "@tensorflow/tfjs-backend-wasm";
import { installWasmKernels, shareWasmMemory } from "@minibatch/wasm-kernels";
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { airbenchNetwork, convolutionCases, normalizedShapes } from "./airbenchNetwork.mjs";
import { median } from "../training/median.mjs";

const { values } = parseArgs({
  options: {
    threads: { type: "string", default: "1" },
    batch: { type: "string", default: "125" },
    rounds: { type: "string", default: "5" },
  },
});
const [threads, batch, rounds] = [values.threads, values.batch, values.rounds].map(Number);

await shareWasmMemory(tfjsWasm);
await tf.setBackend("wasm");

/** Milliseconds: of the processor where one thread computes, so that what else runs on the machine counts less. */
const timed = (run) => {
  const [started, used] = [performance.now(), process.cpuUsage()];
  run();
  const { user, system } = process.cpuUsage(used);
  return threads === 1 ? (user + system) / 1000 : performance.now() - started;
};

/** Milliseconds of forward and backward through normalization and GELU, all shapes of the network. */
function normalizationCase() {
  const layers = normalizedShapes(batch).map((shape) => {
    const layer = tfl.layers.batchNormalization({});
    layer.build(shape);
    const weights = layer.trainableWeights.map((weight) => weight.read());
    const x = tf.variable(tf.randomNormal(shape));
    return { layer, x, variables: [x, ...weights], dy: tf.randomNormal(shape) };
  });
  const gelu = tfl.layers.activation({ activation: "gelu" });
  return () => {
    for (const { layer, x, variables, dy } of layers) {
      tf.tidy(() =>
        tf.variableGrads(() => tf.sum(tf.mul(gelu.apply(layer.apply(x, { training: true })), dy)), variables),
      );
    }
  };
}

const run = normalizationCase();
const times = { own: [], tfjs: [] };
for (let round = 0; round < rounds; round += 1) {
  for (const which of round % 2 === 0 ? ["own", "tfjs"] : ["tfjs", "own"]) {
    const installed = which === "own" ? await installWasmKernels({ threads }) : undefined;
    run();
    times[which].push(timed(run), timed(run));
    installed?.uninstall();
  }
}
const [own, tfjs] = [median(times.own), median(times.tfjs)];
console.log(
  `load ${loadavg()
    .map((load) => load.toFixed(1))
    .join(" ")}, threads ${threads}, batch ${batch}`,
);
console.log(
  `normalization and GELU, forward and backward: ${own.toFixed(1)} ms, tfjs ${tfjs.toFixed(1)} ms, ${(tfjs / own).toFixed(1)} times`,
);

await installWasmKernels({ threads });
const model = airbenchNetwork();
const optimizer = tf.train.momentum(0.01, 0.85, true);
const variables = model.trainableWeights.map((weight) => weight.read());
const images = tf.randomUniform([batch, 32, 32, 3]);
const labels = tf.oneHot(
  Array.from({ length: batch }, (_, row) => row % 10),
  10,
);
const step = () =>
  tf.tidy(() =>
    optimizer
      .minimize(
        () => tf.mean(tfl.metrics.categoricalCrossentropy(labels, model.apply(images, { training: true }))),
        true,
        variables,
      )
      .dataSync(),
  );
const convolutions = convolutionCases(batch);
const alone = () => {
  for (const convolution of convolutions) convolution.run();
};
const flops = convolutions.reduce((sum, convolution) => sum + convolution.flops, 0);
const [steps, bare] = [[], []];
for (const warmUp of [step, alone]) warmUp();
for (let round = 0; round < rounds; round += 1) {
  for (const which of round % 2 === 0 ? [0, 1] : [1, 0]) {
    if (which === 0) steps.push(timed(step));
    else bare.push(timed(alone));
  }
}
const speed = (milliseconds) => flops / milliseconds / 1e6;
const [whole, part] = [median(steps), median(bare)];
console.log(
  `a step: ${whole.toFixed(0)} ms, ${((batch / whole) * 1000).toFixed(0)} samples/s, ${speed(whole).toFixed(1)} GFLOP/s; ` +
    `its convolutions alone ${part.toFixed(0)} ms, ${speed(part).toFixed(1)} GFLOP/s: ${((100 * part) / whole).toFixed(0)} %`,
);
process.exit(0);
