import { expect, it } from "vitest";
import { engines } from "../inference/engines.mjs";
import { inferenceTable } from "../inference/inferenceTable.mjs";
import { measureInference } from "../inference/measureInference.mjs";

/** An engine that answers each request in the same way. */
const fake = (name, answer) => ({
  name,
  threads: 1,
  command: process.execPath,
  args: [
    "-e",
    `console.log('{"ready":1}');
    require("node:readline").createInterface({ input: process.stdin }).on("line", () => console.log(${JSON.stringify(JSON.stringify(answer))}));`,
  ],
});
const time = { seconds: 0.002, processorSeconds: 0.001 };
const options = {
  models: [{ name: "a", inputShape: [3] }],
  batches: [1],
  rounds: 1,
  seconds: 0.01,
  onProgress() {},
};

it("measureInference(engines) times who agrees with the first, and says why of the others", async () => {
  const results = await measureInference(
    [
      fake("first", { ...time, outputs: [0.5, 1] }),
      fake("same", { ...time, outputs: [0.50001, 1] }),
      fake("other", { ...time, outputs: [0.6, 1] }),
      fake("short", { ...time, outputs: [0.5] }),
      fake("broken", { error: "no such operator" }),
    ],
    options,
  );
  expect(results.map(({ milliseconds }) => typeof milliseconds)).toEqual([
    "number",
    "number",
    "object",
    "object",
    "object",
  ]);
  expect(results[2].reason).toBe("its outputs differ from those of the first engine, by 0.10 of the largest");
  expect(results[3].reason).toBe("it gives 1 outputs where the first engine gives 2");
  expect(results[4].reason).toBe("no such operator");
});

it("inferenceTable(measured) writes a model a row, an engine a column, and why a cell is empty", () => {
  const results = [
    {
      model: "mlp",
      batch: 1,
      engine: "minibatch-wasm",
      threads: 2,
      milliseconds: 0.1234,
      processorMilliseconds: 1.5,
    },
    {
      model: "mlp",
      batch: 32,
      engine: "minibatch-wasm",
      threads: 2,
      milliseconds: 1234.5,
      processorMilliseconds: 2,
    },
    { model: "mlp", batch: 1, engine: "torch", threads: 1, milliseconds: null, reason: "not installed" },
    { model: "mlp", batch: 32, engine: "torch", threads: 1, milliseconds: null, reason: "not installed" },
  ];
  const measured = { machine: "A CPU", batches: [1, 32], results };
  const lines = inferenceTable(measured).split("\n");
  expect(lines).toContain("| model | minibatch-wasm, 2 threads | torch, 1 thread |");
  expect(lines).toContain("| mlp | 0.12 / 1,235 | - [1] / - [1] |");
  expect(lines).toContain("[1] torch, 1 thread: not installed");
  expect(inferenceTable({ ...measured, processor: true })).toContain("| mlp | 1.5 / 2.0 | - [1] / - [1] |");
});

it("engines(folder, cores) begins with this repository's, with all threads and with one", () => {
  const list = (cores) => engines("models", cores).map(({ name, threads }) => `${name} ${threads}`);
  expect(list(2).slice(0, 3)).toEqual(["minibatch-wasm 2", "minibatch-wasm 1", "tfjs-wasm 1"]);
  expect(list(1).filter((name) => name.startsWith("minibatch"))).toEqual(["minibatch-wasm 1"]);
});
