// `npm run bench:airbench`: a training step of the recipe `cifar10-airbench-93` beside PyTorch's, in turns, on this machine.
import { availableParallelism, loadavg } from "node:os";
import { integerOption, readArguments } from "../readArguments.mjs";
import { EngineClient } from "../training/EngineClient.mjs";
import { recipe, torch } from "../training/engines.mjs";
import { median } from "../training/median.mjs";
import { airbench93 } from "./airbench93.mjs";

const usage = `Usage: npm run bench:airbench -- [options]

Trains the network of cifar10-airbench-93 with minibatch and with PyTorch eager, in turns, and prints how many samples a second each takes.
PyTorch computes a batch at once, and in parts; the faster counts. With one thread the time of the processor is taken, which other programs
change less.

  --threads <n>   of each (default: as many as there are cores)
  --batch <n>     samples of a step (default: 1024, the recipe's)
  --part <n>      samples that minibatch computes at once (default: 128, the recipe's)
  --rounds <n>    turns of each (default: 5)`;

const { threads, batch, part, rounds } = readArguments(
  usage,
  {
    options: {
      threads: { type: "string" },
      batch: { type: "string" },
      part: { type: "string" },
      rounds: { type: "string" },
    },
  },
  ({ values }) => ({
    threads: integerOption(values, "threads", 1) ?? availableParallelism(),
    batch: integerOption(values, "batch", 2) ?? 1024,
    part: integerOption(values, "part", 2) ?? 128,
    rounds: integerOption(values, "rounds", 1) ?? 5,
  }),
);

const partsOf = (size) => Math.max(1, Math.round(batch / size));
const ours = new EngineClient(recipe("cifar10-airbench-93", threads));
const theirs = new EngineClient(torch(threads));
const runs = [
  { name: `minibatch, parts of ${part}`, client: ours, parts: partsOf(part), seconds: [] },
  { name: "PyTorch, at once", client: theirs, parts: 1, seconds: [] },
  ...(batch > 256
    ? [{ name: "PyTorch, parts of 256", client: theirs, parts: partsOf(256), seconds: [] }]
    : []),
];

try {
  for (const client of [ours, theirs]) {
    const { ready, error } = await client.answer();
    if (error) throw new Error(error);
    console.log(ready);
  }
  // The first turn of each builds and compiles.
  for (let round = 0; round <= rounds; round += 1) {
    for (const run of round % 2 === 0 ? runs : runs.toReversed()) {
      const answer = await run.client.ask({ ...airbench93, parts: run.parts }, batch, 1);
      if (answer.error) throw new Error(`${run.name}: ${answer.error}`);
      if (round > 0) run.seconds.push(threads === 1 ? answer.processorSeconds : answer.seconds);
    }
  }
  const load = loadavg().map((value) => value.toFixed(1));
  console.log(`load ${load.join(" ")}, threads ${threads}, batch ${batch}, ${rounds} rounds`);
  const speeds = runs.map(({ seconds }) => batch / median(seconds));
  for (const [index, { name }] of runs.entries())
    console.log(`${name}: ${speeds[index].toFixed(0)} samples/s`);
  const [own, ...others] = speeds;
  console.log(`minibatch over PyTorch: ${(own / Math.max(...others)).toFixed(2)}`);
} catch (error) {
  console.error(`error: ${error.message}`);
  process.exitCode = 1;
} finally {
  ours.end();
  theirs.end();
}
