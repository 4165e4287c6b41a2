// `npm run bench`: this repository's training beside its peers, on this machine, in one run. See README.md.
import { availableParallelism } from "node:os";
import { namesOption, readArguments } from "../readArguments.mjs";
import { Arithmetic } from "./Arithmetic.mjs";
import { benchTables } from "./benchTables.mjs";
import { engines } from "./engines.mjs";
import { measureKernels } from "./measureKernels.mjs";
import { measureModels } from "./measureModels.mjs";
import { models } from "./models.mjs";
import { readMachine } from "./readMachine.mjs";

const usage = `Usage: npm run bench -- [options]

Trains the same networks with minibatch and its peers, in turns, and prints how many samples a second each takes.

  --quick             shorter turns, and no engine that would take minutes for one
  --json              print {machine, kernels, install, arithmetic, results} and nothing else (with npm run -s)
  --models <names>    some of ${Object.keys(models).join(", ")}, separated by commas (default: all)
  --engines <names>   some of the engines, such as minibatch-wasm,keras (default: all)

What each measures, and what it takes to run: bench/training/README.md`;

const cores = availableParallelism();
const all = engines(cores);
const config = {
  options: {
    quick: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    models: { type: "string" },
    engines: { type: "string" },
  },
};
const { values, names, chosen } = readArguments(usage, config, ({ values }) => {
  const engineNames = namesOption(values, "engines", [...new Set(all.map(({ name }) => name))]);
  return {
    values,
    names: namesOption(values, "models", Object.keys(models)),
    chosen: all.filter(({ name }) => engineNames.includes(name)),
  };
});

const kernels = await measureKernels(values.quick ? 3 : 10);
const alone = cores > 1 ? new Arithmetic(cores) : undefined;
const results = await measureModels(chosen, {
  rounds: values.quick ? 3 : 7,
  seconds: values.quick ? 0.6 : 2,
  large: !values.quick,
  names,
  onRound: (model) => alone?.measure(model),
  onProgress: (text) => process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${text}` : `${text}\n`),
});
const measured = { machine: readMachine(), ...kernels, arithmetic: alone?.end(), results };
if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
console.log(values.json ? JSON.stringify(measured, null, 2) : benchTables(measured));
