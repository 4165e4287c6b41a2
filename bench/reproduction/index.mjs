import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { findRecipe, recipes } from "@minibatch/recipes";
import { integerOption, readArguments } from "../readArguments.mjs";
import { CommandFailed, reproduce } from "./reproduce.mjs";

const usage = `Usage: npm run reproduce -- [recipe...] [options]

Trains recipes (default: all, which takes about an hour) on the real data and writes what they reach into docs/reproduction.md.

  --from <run dir>            counts a finished run of minibatch train too; may be given several times
  --seed <n>                  instead of each recipe's own
  --seeds <n>                 trains each with so many seeds, from that one on, and takes the median (default: 1)
  --backend <name>            what computes (default: auto)
  --note <text>               what calls for an explanation, kept with these runs
  --mirror <url or folder>    where datasets come from (or set MINIBATCH_MIRROR)
  --cache-dir <dir>           where datasets are kept (or set MINIBATCH_CACHE)
  --offline                   use no network

Exit codes: 0 all reach what was published, 1 some fall short or failed, 2 wrong usage, 130 interrupted.

Examples:
  $ npm run reproduce -- boston-linear mnist-softmax
  $ npm run reproduce -- mnist-mlp-128 --seeds 5
  $ npm run reproduce -- --from runs/cifar10-cnn-1`;

const text = { type: "string" };
const config = {
  allowPositionals: true,
  options: {
    from: { type: "string", multiple: true, default: [] },
    seed: text,
    seeds: text,
    backend: text,
    note: text,
    mirror: text,
    "cache-dir": text,
    offline: { type: "boolean" },
  },
};
const { values, names, seed, seeds } = readArguments(usage, config, ({ values, positionals }) => ({
  values,
  names: positionals.map((name) => findRecipe(name).name),
  seed: integerOption(values, "seed", 0),
  seeds: integerOption(values, "seeds", 1),
}));

const named = (...names) =>
  names.flatMap((name) => (values[name] === undefined ? [] : [`--${name}`, values[name]]));
const all = names.length === 0 && values.from.length === 0;
const controller = new AbortController();
process.once("SIGINT", () => controller.abort(new Error("Interrupted")));
const root = fileURLToPath(new URL("../..", import.meta.url));
mkdirSync(new URL("../../docs", import.meta.url), { recursive: true });
try {
  process.exitCode = await reproduce({
    names: all ? recipes.map(({ name }) => name) : names,
    from: values.from,
    seed,
    seeds,
    flags: named("backend"),
    sourceFlags: [...named("mirror", "cache-dir"), ...(values.offline ? ["--offline"] : [])],
    note: values.note,
    root,
    io: {
      stdout: process.stdout,
      stderr: process.stderr,
      env: process.env,
      cwd: process.env["INIT_CWD"] ?? process.cwd(),
      signal: controller.signal,
    },
  });
} catch (error) {
  if (!(error instanceof CommandFailed)) console.error(`error: ${error.message}`);
  process.exitCode = error instanceof CommandFailed ? error.code : 1;
}
