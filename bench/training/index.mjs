// `npm run bench`: this repository's training beside its peers, on this machine, in one run. See README.md.
import { availableParallelism, cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { benchTables } from "./benchTables.mjs";
import { engines } from "./engines.mjs";
import { measureKernels } from "./measureKernels.mjs";
import { measureModels } from "./measureModels.mjs";
import { models } from "./models.mjs";

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    models: { type: "string" },
    engines: { type: "string" },
  },
});
const list = (text, all) => text?.split(",") ?? all;
const cores = availableParallelism();
const chosen = engines(cores).filter(({ name }) => list(values.engines, [name]).includes(name));
const names = list(values.models, Object.keys(models));

const measured = {
  machine: {
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    cores,
    memoryGB: Math.round(totalmem() / 1e9),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
  },
  ...(await measureKernels(values.quick ? 3 : 10)),
  results: await measureModels(chosen, {
    rounds: values.quick ? 3 : 7,
    seconds: values.quick ? 0.6 : 2,
    large: !values.quick,
    names,
    onProgress: (text) => process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${text}` : `${text}\n`),
  }),
};
if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
console.log(values.json ? JSON.stringify(measured, null, 2) : benchTables(measured));
