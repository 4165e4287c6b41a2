import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { reachedValues, recipes } from "@minibatch/recipes";
import { requireMirror } from "@minibatch/testing";
import { main } from "minibatch";
import { afterEach, beforeEach, expect, it } from "vitest";
import { medianReproduction } from "../reproduction/medianReproduction.mjs";
import { reachedSource } from "../reproduction/reachedSource.mjs";
import { reproduce } from "../reproduction/reproduce.mjs";
import { reproductionOf } from "../reproduction/reproductionOf.mjs";
import { reproductionMarkdown } from "../reproduction/reproductionMarkdown.mjs";

const figure = {
  metric: "test accuracy",
  published: 0.92,
  tolerance: 0.002,
  measured: 0.9213,
  reached: true,
};
const run = {
  recipe: "mnist-softmax",
  command: "minibatch train mnist-softmax --seed 1",
  seed: 1,
  backend: "wasm",
  device: "WebAssembly, 2 threads",
  cpu: "A CPU",
  cores: 2,
  node: "20.20.2",
  epochs: 5,
  seconds: 65,
  samplesPerSecond: 12_345,
  source: "a tutorial",
  figures: [figure],
};

it("reproductionMarkdown(reproductions) writes a row for each number, and how each recipe was run", () => {
  const lines = reproductionMarkdown([run]).split("\n");
  expect(lines).toContain(
    "| `mnist-softmax` | test accuracy | 92.13 % | 92.00 % | at least 91.80 % | reached | 5 | 1 min 5 s |",
  );
  expect(lines).toContain("1 of 1 recipes reach what was published.");
  expect(lines.join(" ")).toContain(
    "`minibatch train mnist-softmax --seed 1` on wasm (WebAssembly, 2 threads)",
  );
});

it("reproductionMarkdown(reproductions) says what falls short, and why", () => {
  const figures = [
    { metric: "training MSE", published: 53.9, tolerance: 2.1, measured: 56.3, reached: false },
    { metric: "prediction for 3", published: 11, tolerance: 1, measured: 11.5, reached: true },
  ];
  const text = reproductionMarkdown([
    run,
    { ...run, recipe: "boston-linear", figures, note: "An unlucky seed." },
  ]);
  expect(text).toContain("1 of 2 recipes fall short: `boston-linear`.");
  expect(text).toContain("| training MSE | 56.30 | 53.90 | at most 56.00 | **short** |");
  expect(text).toContain("|  | prediction for 3 | 11.50 | 11.00 | 10.00 to 12.00 | reached |  |  |");
  expect(text).toContain("An unlucky seed.");
});

it("medianReproduction(runs) takes the median of each number, the worse one of two, and says what the seeds were", () => {
  const withSeed = (seed, accuracy, mse) => ({
    ...run,
    seed,
    seconds: 10 * seed,
    figures: [
      { ...figure, measured: accuracy, reached: accuracy >= 0.918 },
      { metric: "training MSE", published: 54, tolerance: 2, measured: mse, reached: mse <= 56 },
    ],
  });
  const runs = [withSeed(1, 0.92, 55), withSeed(2, 0.91, 57), withSeed(3, 0.93, 54)];
  const median = medianReproduction(runs);
  expect(median).toMatchObject({ seed: 1, seeds: [1, 2, 3], seconds: 20, command: run.command });
  expect(median.figures).toEqual([
    { ...runs[0].figures[0], least: 0.91, most: 0.93 },
    { ...runs[0].figures[1], least: 54, most: 57 },
  ]);
  const pair = medianReproduction(runs.slice(0, 2));
  expect(pair.figures.map(({ measured, reached }) => [measured, reached])).toEqual([
    [0.91, false],
    [57, false],
  ]);
  expect(medianReproduction([run])).toBe(run);
  const text = reproductionMarkdown([median]);
  expect(text).toContain("| 92.00 % (91.00 % to 93.00 %) | 92.00 % |");
  expect(text).toContain("`minibatch train mnist-softmax --seed 1`, then with the seeds 2, 3, on wasm");
});

it("docs/reproduction.json, docs/reproduction.md and `reachedValues` say the same", async () => {
  const docs = new URL("../../docs/", import.meta.url);
  const all = JSON.parse(await readFile(new URL("reproduction.json", docs), "utf8"));
  expect(await readFile(new URL("reproduction.md", docs), "utf8")).toBe(reproductionMarkdown(all));
  const source = new URL("../../packages/recipes/src/reachedValues.ts", import.meta.url);
  expect(await readFile(source, "utf8")).toBe(reachedSource(all));
  expect(reachedValues).toEqual(
    Object.fromEntries(all.map(({ recipe, figures }) => [recipe, figures[0].measured])),
  );
  // A changed recipe has to be run again.
  for (const { name, published, schedule } of recipes) {
    const entry = all.find(({ recipe }) => recipe === name);
    if (entry === undefined) continue;
    expect(entry, name).toMatchObject({ epochs: schedule.epochs, source: published.source });
    expect(entry.figures[0], name).toMatchObject({ metric: published.metric, published: published.value });
  }
});

let root;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "minibatch-test-"));
  await mkdir(join(root, "docs"));
  await mkdir(join(root, "packages", "recipes", "src"), { recursive: true });
});
afterEach(() => rm(root, { recursive: true, force: true }));

it("reproduce(options) trains, writes the page, keeps other rows, and ends with 1 where a run falls short", async (context) => {
  const mirror = requireMirror(context);
  const printed = [];
  const io = {
    stdout: { write: (text) => printed.push(text) },
    stderr: { write: () => true },
    env: {},
    cwd: root,
    signal: new AbortController().signal,
  };
  const options = { names: [], from: [], sourceFlags: ["--mirror", mirror], root, io };
  const flags = ["--epochs", "2", "--backend", "wasm", "--quiet"];
  const short = { names: ["boston-linear"], seed: 3, flags, note: "Far too few epochs." };
  expect(await reproduce({ ...options, ...short })).toBe(1);
  expect(printed[0]).toMatch(
    /^boston-linear {2}seed 3 {2}training MSE {2}[\d.]+ {2}published {2}53.9 {2}SHORT\n$/,
  );
  const read = async (path) => readFile(join(root, path), "utf8");
  const [entry] = JSON.parse(await read("docs/reproduction.json"));
  expect(entry).toMatchObject({
    command: "minibatch train boston-linear --seed 3 --epochs 2",
    epochs: 2,
    backend: "wasm",
    note: "Far too few epochs.",
  });
  expect(entry.figures).toHaveLength(7);
  expect(await read("packages/recipes/src/reachedValues.ts")).toContain(
    `"boston-linear": ${entry.figures[0].measured}`,
  );

  // Digits come before Boston in the list, whichever was run first.
  const digits = [
    "train",
    "digits-cnn",
    "--limit",
    "64",
    "--epochs",
    "1",
    "--backend",
    "wasm",
    "--out",
    "digits",
  ];
  expect(await main([...digits, "--quiet"], io)).toBe(0);
  await reproduce({ ...options, from: ["digits"], flags: [] });
  const all = JSON.parse(await read("docs/reproduction.json"));
  expect(all.map(({ recipe }) => recipe)).toEqual(["digits-cnn", "boston-linear"]);
  expect(all[0].figures[0]).toMatchObject({ metric: "accuracy on real MNIST", reached: false });
  expect(all[0].figures[0].measured).toBeGreaterThan(0.05);
  expect(await read("docs/reproduction.md")).toContain("2 of 2 recipes fall short");
}, 60_000);

it("reproductionOf(folder) wants a finished run", async () => {
  const never = () => Promise.reject(new Error("not asked"));
  await expect(reproductionOf(root, never)).rejects.toThrow("There is no run in");
  const record = { status: "interrupted", recipe: "mnist-cnn", settings: {}, versions: {} };
  await writeFile(join(root, "run.json"), JSON.stringify(record));
  await expect(reproductionOf(root, never)).rejects.toThrow(/not finished: .* --resume/);
});

it("reproduce(options) stops with the exit code of a command that fails", async () => {
  const silent = { write: () => true };
  const io = { stdout: silent, stderr: silent, env: {}, cwd: root, signal: new AbortController().signal };
  const sourceFlags = ["--offline", "--cache-dir", join(root, "empty")];
  const attempt = reproduce({ names: ["mnist-softmax"], from: [], flags: [], sourceFlags, root, io });
  await expect(attempt).rejects.toMatchObject({ code: 1 });
});
