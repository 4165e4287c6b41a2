// One process, from its start to the first prediction and the first step of training: `node firstStep.mjs <recipe> <threads>`. Prints a line
// of JSON, an entry for each part: what it was, how long it took, and how much of the processor.
import { createRequire } from "node:module";
import { performance } from "node:perf_hooks";

const parts = [];
// What came before this script: the time since the process began.
let [since, used] = [0, { user: 0, system: 0 }];
function done(part) {
  const [now, cpu] = [performance.now(), process.cpuUsage()];
  parts.push({
    part,
    milliseconds: now - since,
    processorMilliseconds: (cpu.user + cpu.system - used.user - used.system) / 1000,
  });
  [since, used] = [now, cpu];
}

const [name, threads] = process.argv.slice(2);
done("Node starts");
// As our packages load them.
const require = createRequire(import.meta.url);
const tf = require("@tensorflow/tfjs-core");
done("require tfjs-core");
void require("@tensorflow/tfjs-layers");
done("require tfjs-layers");
const { findRecipe, createOptimizer } = await import("@minibatch/recipes");
done("import recipes, models and datasets");
const { fit } = await import("@minibatch/training");
done("import training");
const { startBackend } = await import("@minibatch/backends");
done("import backends");
const recipe = findRecipe(name);
// As the command does: another thread unzips while this one compiles.
const loading = recipe.dataset.load();
await startBackend("wasm", { threads: Number(threads) });
done("start the backend and its threads, load the dataset beside");
const data = await loading;
done("wait for the dataset");
const model = recipe.createModel(1);
done("make the model");
const { schedule } = recipe;
const size = recipe.dataset.inputShape.reduce((product, length) => product * length, 1);
const one = tf.tensor(Float32Array.from(data.test.x.data.subarray(0, size)), [
  1,
  ...recipe.dataset.inputShape,
]);
const flat = model.inputs[0].shape.length === 2;
tf.tidy(() => model.predict(flat ? one.reshape([1, size]) : one).dataSync());
done("predict for the first time");
const optimizer = createOptimizer(schedule.optimizer, schedule.learningRate, schedule.optimizerOptions);
model.compile({ optimizer, loss: "sparseCategoricalCrossentropy" });
done("compile");
const rows = (part, count) => ({
  data: part.data.subarray(0, (part.data.length / part.shape[0]) * count),
  shape: [count, ...part.shape.slice(1)],
});
const batch = { x: rows(data.train.x, schedule.batchSize), y: rows(data.train.y, schedule.batchSize) };
await fit(model, batch, { batchSize: schedule.batchSize, epochs: 1 });
done("train a step for the first time");
console.log(JSON.stringify(parts));
process.exit(0);
