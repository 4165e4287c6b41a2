// `npm run bench:inference`: predicting with the model of every recipe, beside other engines, on this machine, in one run.
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { recipes } from "@minibatch/recipes";
import { integerOption, namesOption, readArguments } from "../readArguments.mjs";
import { engines } from "./engines.mjs";
import { inferenceTable } from "./inferenceTable.mjs";
import { measureInference } from "./measureInference.mjs";
import { writeModels } from "./writeModels.mjs";

const usage = `Usage: npm run bench:inference -- [options]

Predicts with the model of each recipe, by minibatch and other engines in turns, and prints how long predict and reading take: medians.
Engines that are not installed are named, and left out. All compute the same: what differs by more than 1e-4 is not timed.

  --models <names>    some of the recipes, separated by commas (default: all)
  --engines <names>   some of the engines, such as minibatch-wasm,tfjs-wasm (default: all)
  --batches <sizes>   how many rows at once (default: 1,32,1000)
  --threads <n>       of each engine that has several (default: as many as there are cores)
  --quick             shorter turns
  --processor         the time of the processor, of all threads, in place of that of the clock: other programs change it less
  --json              print {machine, results} and nothing else (with npm run -s)`;

const cores = availableParallelism();
const known = [...new Set(engines("", cores).map(({ name }) => name))];
const config = {
  options: {
    models: { type: "string" },
    engines: { type: "string" },
    batches: { type: "string", default: "1,32,1000" },
    threads: { type: "string" },
    quick: { type: "boolean", default: false },
    processor: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
};
const { values, names, engineNames, batches, threads } = readArguments(usage, config, ({ values }) => ({
  values,
  names: namesOption(
    values,
    "models",
    recipes.map(({ name }) => name),
  ),
  engineNames: namesOption(values, "engines", known),
  batches: values.batches.split(",").map((_, i, all) => integerOption({ batches: all[i] }, "batches", 1)),
  threads: integerOption(values, "threads", 1) ?? cores,
}));

const folder = await mkdtemp(join(tmpdir(), "bench-inference-"));
try {
  const models = await writeModels(folder, names, Math.max(...batches));
  const results = await measureInference(
    engines(folder, threads).filter(({ name }) => engineNames.includes(name)),
    {
      models,
      batches,
      rounds: values.quick ? 3 : 7,
      seconds: values.quick ? 0.1 : 0.5,
      onProgress: (text) => process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${text}` : ""),
    },
  );
  if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
  const machine = `${cpus()[0]?.model.trim() ?? "unknown"}, ${cores} cores, Node ${process.version}`;
  console.log(
    values.json
      ? JSON.stringify({ machine, results }, null, 2)
      : inferenceTable({ machine, batches, results, processor: values.processor }),
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exit(0);
