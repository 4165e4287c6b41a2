// `npm run bench:start`: where the time goes from the start of a process to the first prediction and the first step of training.
import { execFile } from "node:child_process";
import { availableParallelism, cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { recipes } from "@minibatch/recipes";
import { integerOption, namesOption, readArguments } from "../readArguments.mjs";
import { median } from "../training/median.mjs";

const usage = `Usage: npm run bench:start -- [options]

Starts a process for each turn that predicts with the model of a recipe and trains a step of it, and prints where the time goes: medians.
The dataset has to lie in the cache, or in MINIBATCH_MIRROR.

  --recipe <name>   which recipe, of pictures or rows with classes (default: mnist-mlp-512)
  --threads <n>     how many threads compute (default: as many as there are cores)
  --rounds <n>      how many processes, the first of which is not counted (default: 7)
  --json            print {machine, parts} and nothing else (with npm run -s)`;

const { name, threads, rounds, json } = readArguments(
  usage,
  {
    options: {
      recipe: { type: "string" },
      threads: { type: "string" },
      rounds: { type: "string" },
      json: { type: "boolean", default: false },
    },
  },
  ({ values }) => ({
    name: namesOption(
      { recipe: values.recipe ?? "mnist-mlp-512" },
      "recipe",
      recipes.filter(({ task }) => task !== "regression").map((recipe) => recipe.name),
    )[0],
    threads: integerOption(values, "threads", 1) ?? availableParallelism(),
    rounds: integerOption(values, "rounds", 1) ?? 7,
    json: values.json,
  }),
);

const script = fileURLToPath(new URL("firstStep.mjs", import.meta.url));
const turns = [];
for (let round = 0; round <= rounds; round += 1) {
  const { stdout } = await promisify(execFile)(process.execPath, [script, name, String(threads)]);
  // The first one brings the files into the memory of the system.
  if (round > 0) turns.push(JSON.parse(stdout.trim().split("\n").at(-1)));
}
const parts = turns[0].map(({ part }, i) => ({
  part,
  milliseconds: median(turns.map((turn) => turn[i].milliseconds)),
  processorMilliseconds: median(turns.map((turn) => turn[i].processorMilliseconds)),
}));
const load = loadavg()[0].toFixed(1);
const machine = `${cpus()[0]?.model.trim() ?? "unknown"}, ${availableParallelism()} cores, Node ${process.version}, load ${load}`;
if (json) {
  console.log(JSON.stringify({ machine, parts }, null, 2));
} else {
  const sum = (key) => parts.reduce((total, part) => total + part[key], 0);
  const row = (part, milliseconds, processor) =>
    `| ${part} | ${milliseconds.toFixed(0)} | ${processor.toFixed(0)} |`;
  const lines = [
    `${machine}. ${name}, ${threads} ${threads === 1 ? "thread" : "threads"}: milliseconds, medians of ${rounds} processes.`,
    "",
    "| from the start of the process | of the clock | of the processor |",
    "| --- | ---: | ---: |",
    ...parts.map((each) => row(each.part, each.milliseconds, each.processorMilliseconds)),
    row("together", sum("milliseconds"), sum("processorMilliseconds")),
  ];
  console.log(lines.join("\n"));
}
