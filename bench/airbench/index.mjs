// `npm run bench:airbench`: a training step of the recipe `cifar10-airbench-93` beside PyTorch's, in turns, on this machine.
import { availableParallelism, loadavg } from "node:os";
import { integerOption, readArguments } from "../readArguments.mjs";
import { EngineClient } from "../training/EngineClient.mjs";
import { recipe, torch } from "../training/engines.mjs";
import { median } from "../training/median.mjs";
import { airbench93 } from "./airbench93.mjs";

const usage = `Usage: npm run bench:airbench -- [options]

Trains the network of cifar10-airbench-93 with minibatch and with PyTorch eager, in turns, and prints how many samples a second each takes: a
batch in parts of the same size in both, since normalization takes its statistics of a part. With one thread the time of the processor is
taken, which other programs change less.

  --threads <n>   of each (default: as many as there are cores)
  --batch <n>     samples of a step (default: 1024, the recipe's)
  --part <n>      samples that are computed at once; may be given several times (default: 128, the recipe's, 256, and the batch)
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
const ours = new EngineClient(recipe("cifar10-airbench-93", threads));
const theirs = new EngineClient(torch(threads));
const runs = sizes.flatMap((size) => [
  { name: "minibatch", client: ours, size, seconds: [] },
  { name: "PyTorch", client: theirs, size, seconds: [] },
]);

try {
  for (const client of [ours, theirs]) {
    const { ready, error } = await client.answer();
    if (error) throw new Error(error);
    console.log(ready);
  }
  // The first turn of each builds and compiles.
  for (let round = 0; round <= rounds; round += 1) {
    for (const run of round % 2 === 0 ? runs : runs.toReversed()) {
      const answer = await run.client.ask({ ...airbench93, parts: partsOf(run.size) }, batch, 1);
      if (answer.error) throw new Error(`${run.name}: ${answer.error}`);
      if (round > 0) run.seconds.push(threads === 1 ? answer.processorSeconds : answer.seconds);
    }
  }
  const load = loadavg().map((value) => value.toFixed(1));
  console.log(`load ${load.join(" ")}, threads ${threads}, batch ${batch}, ${rounds} rounds`);
  const speedOf = (name, size) =>
    batch / median(runs.find((run) => run.name === name && run.size === size).seconds);
  console.log("| parts of | minibatch | PyTorch | minibatch over PyTorch |\n| ---: | ---: | ---: | ---: |");
  for (const size of sizes) {
    const [own, other] = [speedOf("minibatch", size), speedOf("PyTorch", size)];
    console.log(`| ${size} | ${own.toFixed(0)} | ${other.toFixed(0)} | ${(own / other).toFixed(2)} |`);
  }
} catch (error) {
  console.error(`error: ${error.message}`);
  process.exitCode = 1;
} finally {
  ours.end();
  theirs.end();
}
