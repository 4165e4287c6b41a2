// `npm run bench:airbench`: a training step of the recipe `cifar10-airbench-93` beside PyTorch's, in turns, on this machine.
import { availableParallelism, loadavg } from "node:os";
import { integerOption, readArguments } from "../readArguments.mjs";
import { EngineClient } from "../training/EngineClient.mjs";
import { recipe, torch, torchAvx2 } from "../training/engines.mjs";
import { median } from "../training/median.mjs";
import { airbench93 } from "./airbench93.mjs";
import { tableRow } from "../tableRow.mjs";

const usage = `Usage: npm run bench:airbench -- [options]

Trains the network of cifar10-airbench-93 with minibatch and with PyTorch eager, with its widest vectors and with those of AVX2, in turns, and
prints how many samples a second each takes: a batch in parts of the same size in all, since normalization takes its statistics of a part. With
one thread the time of the processor is taken, which other programs change less.

  --threads <n>   of each (default: as many as there are cores)
  --batch <n>     samples of a step (default: 1024, the recipe's)
  --part <n>      samples that are computed at once; may be given several times (default: 128, 256, the recipe's, and the batch)
  --rounds <n>    turns of each (default: 5)`;

const { threads, batch, sizes, rounds } = readArguments(
  usage,
  {
    options: {
      threads: { type: "string" },
      batch: { type: "string" },
      part: { type: "string", multiple: true },
      rounds: { type: "string" },
    },
  },
  ({ values }) => {
    const batch = integerOption(values, "batch", 2) ?? 1024;
    const { part = ["128", "256", `${batch}`] } = values;
    return {
      threads: integerOption(values, "threads", 1) ?? availableParallelism(),
      batch,
      sizes: part.map((size) => integerOption({ part: size }, "part", 2)).filter((size) => size <= batch),
      rounds: integerOption(values, "rounds", 1) ?? 5,
    };
  },
);

const partsOf = (size) => Math.max(1, Math.round(batch / size));
const kinds = {
  minibatch: recipe("cifar10-airbench-93", threads),
  PyTorch: torch(threads),
  ...(process.arch === "x64" ? { "PyTorch, AVX2": torchAvx2(threads) } : {}),
};
// A process for each size, which keeps what it has built and compiled for it.
const runs = sizes.flatMap((size) =>
  Object.entries(kinds).map(([name, engine]) => ({
    name,
    size,
    client: new EngineClient(engine),
    seconds: [],
  })),
);
const unmeasured = 2;
// Steps of a turn: what comes before the first and behind the last one is no part of a step.
const steps = 6;

try {
  const seen = new Set();
  for (const { client } of runs) {
    const { ready, error } = await client.answer();
    if (error) throw new Error(error);
    if (!seen.has(ready)) console.log(ready);
    seen.add(ready);
  }
  for (let round = -unmeasured; round < rounds; round += 1) {
    for (const run of round % 2 === 0 ? runs : runs.toReversed()) {
      const answer = await run.client.ask({ ...airbench93, parts: partsOf(run.size) }, batch, steps);
      if (answer.error) throw new Error(`${run.name}: ${answer.error}`);
      if (round >= 0) run.seconds.push(threads === 1 ? answer.processorSeconds : answer.seconds);
    }
  }
  const load = loadavg().map((value) => value.toFixed(1));
  console.log(
    `load ${load.join(" ")}, threads ${threads}, batch ${batch}, ${rounds} rounds of ${steps} steps`,
  );
  const speedOf = (name, size) =>
    (steps * batch) / median(runs.find((run) => run.name === name && run.size === size).seconds);
  const best = (name) => Math.max(...sizes.map((size) => speedOf(name, size)));
  const names = Object.keys(kinds);
  const others = names.slice(1);
  console.log(tableRow(["parts of", ...names, ...others.map((name) => `minibatch over ${name}`)]));
  console.log(tableRow(["parts of", ...names, ...others].map(() => "---:")));
  const line = (title, speed) =>
    tableRow([
      title,
      ...names.map((name) => speed(name).toFixed(0)),
      ...others.map((name) => (speed("minibatch") / speed(name)).toFixed(2)),
    ]);
  for (const size of sizes) console.log(line(size, (name) => speedOf(name, size)));
  console.log(line("the best of them", best));
} catch (error) {
  console.error(`error: ${error.message}`);
  process.exitCode = 1;
} finally {
  for (const { client } of runs) client.end();
}
