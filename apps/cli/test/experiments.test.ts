import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ImageFolderOptions } from "@minibatch/images";
import {
  experimentFaults,
  experimentSchemaUrl,
  type PicturesOptions,
  type TableDataOptions,
} from "@minibatch/recipes";
import type { TableOptions } from "@minibatch/tables";
import { temporaryFolder } from "@minibatch/testing";
import { expect, it, onTestFinished, vi } from "vitest";
import { runCli } from "./runCli.ts";

const recipesSource = new URL("../../../packages/recipes/src/index.ts", import.meta.url).href;

const tablesSource = new URL("../../../packages/tables/src/index.ts", import.meta.url).href;

/** Flats whose rent is known: 200 a room. */
function flats(rows: number): string {
  const lines = Array.from({ length: rows }, (_, row) => {
    const rooms = 1 + ((row * 7) % 6);
    return `${rooms},${((row * 37.37) % 80).toFixed(2)},${200 * rooms + ((row * 37) % 50)}`;
  });
  return ["rooms,age,rent", ...lines, ""].join("\n");
}

const experiment = {
  name: "flats",
  data: { table: "./flats.csv", target: "rent" },
  model: { mlp: { hidden: [8], outputScaling: { scale: 300, offset: 700 } } },
  schedule: {
    optimizer: "momentum",
    optimizerOptions: { momentum: 0.5 },
    learningRate: 1e-6,
    learningRateSchedule: { stepDecay: { epochs: 2 } },
    batchSize: 16,
    epochs: 3,
    validation: { ownPart: true },
    seed: 5,
  },
};

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "elsewhere"));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

async function hashOf(...path: string[]): Promise<string> {
  return createHash("sha256")
    .update(await readFile(join(...path, "weights.bin")))
    .digest("hex");
}

async function trained(cwd: string, ...args: string[]): Promise<string> {
  const { code, stderr } = await runCli(["train", ...args], { cwd });
  expect(code, stderr).toBe(0);
  return stderr;
}

it("minibatch train <recipe> leaves the experiment that made the run, which ends with the same weights elsewhere", async () => {
  const cwd = await folderWith({});
  const options = ["--limit", "200", "--epochs", "1", "--optimizer", "rmsprop", "--seed", "7"];
  await trained(cwd, "digits-cnn", ...options, "--backend", "wasm", "--out", "run");
  const written = JSON.parse(await readFile(join(cwd, "run", "experiment.json"), "utf8"));
  expect(written).toEqual({
    $schema: experimentSchemaUrl,
    recipe: "digits-cnn",
    settings: { epochs: 1, batchSize: 64, learningRate: 0.001, optimizer: "rmsprop", seed: 7, limit: 200 },
    backend: "wasm",
  });
  expect(experimentFaults(written)).toEqual([]);
  await trained(join(cwd, "elsewhere"), "../run/experiment.json", "--out", "again");
  expect(await hashOf(cwd, "elsewhere", "again")).toBe(await hashOf(cwd, "run"));
});

it.for([
  ["as it is", [] as string[]],
  ["--validation-split 0.2", ["--validation-split", "0.2"]],
  ["--validation-split 0", ["--validation-split", "0"]],
  ["another optimizer, and a limit", ["--optimizer", "adam", "--limit", "50"]],
  ["--optimizer adamw --weight-decay 0.1", ["--optimizer", "adamw", "--weight-decay", "0.1"]],
] as [string, string[]][])(
  "minibatch train experiment.json, %s, is repeated by the one in its run folder",
  async ([, options]) => {
    const cwd = await folderWith({ "flats.csv": flats(120), "experiment.json": JSON.stringify(experiment) });
    await trained(cwd, "experiment.json", "--backend", "wasm", "--out", "run", ...options);
    const written = JSON.parse(await readFile(join(cwd, "run", "experiment.json"), "utf8"));
    expect(experimentFaults(written)).toEqual([]);
    expect(written).toMatchObject({ data: { table: "../flats.csv" }, backend: "wasm" });
    await trained(join(cwd, "elsewhere"), "../run/experiment.json", "--out", "again");
    expect(await hashOf(cwd, "elsewhere", "again")).toBe(await hashOf(cwd, "run"));
  },
);

it.for([
  ["an experiment", `export default ${JSON.stringify(experiment)};`],
  ["a function of one", `export default async () => (${JSON.stringify(experiment)});`],
])("minibatch train experiment.mjs takes %s, with paths from its own folder", async ([, source = ""]) => {
  const cwd = await folderWith({ "flats.csv": flats(120), "experiment.mjs": source });
  await trained(join(cwd, "elsewhere"), "../experiment.mjs", "--backend", "wasm", "--out", "run");
  await writeFile(join(cwd, "experiment.json"), JSON.stringify(experiment));
  await trained(cwd, "experiment.json", "--backend", "wasm", "--out", "run");
  expect(await hashOf(cwd, "elsewhere", "run")).toBe(await hashOf(cwd, "run"));
});

it("minibatch train experiment.mjs takes a recipe, also under the name of another, and goes on with it", async () => {
  const source = `import { findRecipe } from ${JSON.stringify(recipesSource)};
const recipe = findRecipe("digits-cnn");
export default ({ path }) => ({ ...recipe, title: path("x"), schedule: { ...recipe.schedule, batchSize: 50, epochs: 1 } });`;
  const cwd = await folderWith({ "experiment.mjs": source });
  const few = ["--limit", "100", "--backend", "wasm"];
  await trained(cwd, "experiment.mjs", ...few, "--epochs", "2", "--out", "whole");
  await trained(cwd, "experiment.mjs", ...few, "--out", "parts");
  const written = JSON.parse(await readFile(join(cwd, "parts", "experiment.json"), "utf8"));
  expect(written).toMatchObject({ recipe: "../experiment.mjs", settings: { batchSize: 50, epochs: 1 } });
  expect(experimentFaults(written)).toEqual([]);
  await trained(cwd, "--resume", "parts", "--epochs", "2");
  expect(await hashOf(cwd, "parts")).toBe(await hashOf(cwd, "whole"));
  await writeFile(join(cwd, "experiment.mjs"), `${source}\n`);
  const notices = await trained(join(cwd, "elsewhere"), "../whole/experiment.json", "--out", "run");
  expect(notices).toContain("experiment.mjs has changed since that run: what comes out may differ.");
  expect(await hashOf(cwd, "elsewhere", "run")).toBe(await hashOf(cwd, "whole"));
});

it("minibatch train experiment.mjs compares a recipe of one's own with simple answers, and says what columns are worth", async () => {
  const source = `import { suggest } from ${JSON.stringify(recipesSource)};
import { table } from ${JSON.stringify(tablesSource)};
export default async ({ path }) => {
  const dataset = await table(path("flats.csv"), { target: "rent" });
  return { name: "mine", title: "Flats", dataset, ...suggest(dataset) };
};`;
  const cwd = await folderWith({ "flats.csv": flats(120), "experiment.mjs": source });
  const options = ["--epochs", "3", "--backend", "wasm", "--quiet", "--json"];
  const { code, stdout, stderr } = await runCli(["train", "experiment.mjs", ...options], { cwd });
  expect(code, stderr).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    baselines: [{ name: "always the mean" }, { name: "linear model" }],
    importance: [{ name: "rooms" }, { name: "age" }],
  });
});

it("minibatch train experiment.mjs, interrupted while it compares, goes on with what is left", async () => {
  const stop = new AbortController();
  // Data are loaded for training, and once more for what stands beside the result.
  const source = `import { suggest } from ${JSON.stringify(recipesSource)};
import { table } from ${JSON.stringify(tablesSource)};
let loads = 0;
export default async ({ path }) => {
  const dataset = await table(path("flats.csv"), { target: "rent" });
  const load = (options) => {
    loads += 1;
    if (loads === 2) globalThis.interrupted();
    return dataset.load(options);
  };
  return { name: "mine", title: "Flats", ...suggest(dataset), dataset: { ...dataset, load } };
};`;
  vi.stubGlobal("interrupted", () => stop.abort());
  onTestFinished(() => void vi.unstubAllGlobals());
  const cwd = await folderWith({ "flats.csv": flats(120), "experiment.mjs": source });
  const options = ["--epochs", "2", "--backend", "wasm", "--out", "run"];
  const { code, stderr } = await runCli(["train", "experiment.mjs", ...options], {
    cwd,
    signal: stop.signal,
  });
  expect([code, stderr]).toEqual([
    130,
    expect.stringContaining("To go on:\n  minibatch train mine --resume run\n"),
  ]);
  const resumed = await runCli(["train", "mine", "--resume", "run", "--json", "--quiet"], { cwd });
  expect(resumed.code, resumed.stderr).toBe(0);
  expect(JSON.parse(resumed.stdout)).toMatchObject({ epochs: 2, baselines: [{}, { name: "linear model" }] });
});

it("the options of imageFolder and table that JSON can say are those of experiments: the compiler holds this", () => {
  type OfPictures = Exclude<keyof ImageFolderOptions, "threads" | "cache" | "signal" | "onProgress">;
  type OfTables = Exclude<keyof TableOptions, "target">;
  const pictures: Record<OfPictures, true> = {} as Record<keyof PicturesOptions, true>;
  const tables: Record<OfTables, true> = {} as Record<keyof TableDataOptions, true>;
  expect([pictures, tables]).toEqual([{}, {}]);
});

it("minibatch train flats.csv --validation-split 0 trains on all rows, without what is suggested to watch validation", async () => {
  const cwd = await folderWith({ "flats.csv": flats(60) });
  const stop = ["--validation-split", "0", "--epochs", "2", "--backend", "wasm", "--out"];
  await trained(cwd, "flats.csv", "--target", "rent", ...stop, "run");
  await trained(join(cwd, "elsewhere"), "../run/experiment.json", "--out", "again");
  expect(await hashOf(cwd, "elsewhere", "again")).toBe(await hashOf(cwd, "run"));
});

const lines = JSON.stringify(experiment, null, 2);

it.for([
  [
    "a.json",
    lines.replace('"epochs": 3', '"epoch": 3'),
    'a.json, line 30: schedule.epoch is unknown. Is "epochs" meant?',
  ],
  [
    "a.json",
    lines.replace('"epochs": 3', '"epochs": "3"'),
    'a.json, line 30: schedule.epochs must be a whole number of at least 1, but it is "3".',
  ],
  [
    "a.json",
    lines.replace('"target": "rent"', '"goal": "rent"'),
    "a.json, line 5: data.goal is unknown. There are: table, target, options.",
  ],
  [
    "a.json",
    lines.replace('    "table": "./flats.csv",\n', ""),
    "a.json, line 3: data must be an object with one of pictures, table, arrays, points, dataset, but it is an object.",
  ],
  [
    "a.json",
    lines.replace('"mlp": {', '"layers": [{ "class_name": "Dens" }], "x": {'),
    "a.json, line 8: model.layers[0].class_name must be one of the",
  ],
  [
    "a.json",
    lines.replace('"seed": 5', '"seed": 5,,'),
    "a.json, line 34: this is no JSON (property name expected).",
  ],
  ["a.json", `{ "recipe": "mnist-cn" }`, 'There is no recipe "mnist-cn".'],
  [
    "a.mjs",
    "export default 3;",
    "a.mjs: its default export must be a recipe, an experiment, or a function that gives one, but it is number.",
  ],
  ["a.mjs", "export const recipe = {};", "but it is undefined."],
  [
    "a.mjs",
    "export default {\n  data: 1\n};",
    "a.mjs: data must be an object with one of pictures, table, arrays, points, dataset, but it is 1.",
  ],
  [
    "a.mjs",
    "export default () => {\n  throw new Error('no such thing');\n};",
    "a.mjs, line 2: no such thing.",
  ],
  ["a.mjs", "export default { createModel() {}, name: 'x' };", "a.mjs: title of the recipe must be a text."],
  ["a.mjs", 'import "nowhere-to-be-found"; export default {};', "a.mjs: "],
  ["a.cjs", "module.exports = 1;", "a.cjs: its default export"],
] as const)(
  "minibatch train %s is refused in words, and leaves nothing behind ($#)",
  async ([name, text, message]) => {
    const cwd = await folderWith({ [name]: text });
    const { code, stderr, stdout } = await runCli(["train", name], { cwd });
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect([code === 0, stdout, existsSync(join(cwd, "runs"))]).toEqual([false, "", false]);
  },
);

it("minibatch train experiment.ts runs where Node takes types away, and says elsewhere what to do", async () => {
  const source = `const epochs: number = 1;\nexport default { recipe: "digits-cnn", settings: { epochs, limit: 64 } };`;
  const cwd = await folderWith({ "experiment.ts": source });
  const { code, stderr } = await runCli(["train", "experiment.ts", "--backend", "wasm"], { cwd });
  const runs = Boolean((process.features as { typescript?: unknown }).typescript);
  const advice = "Use Node 22.18 or newer, or save it without types as experiment.mjs.";
  expect([code, stderr.includes(advice)]).toEqual(runs ? [0, false] : [2, true]);
}, 30_000);

it("minibatch train experiment.json --target is refused: the experiment says what its data are", async () => {
  const cwd = await folderWith({ "experiment.json": JSON.stringify(experiment) });
  expect(await runCli(["train", "experiment.json", "--target", "age"], { cwd })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("Leave --target out, and change the file."),
  });
});
