import { expect, it } from "vitest";
import { benchTables } from "../training/benchTables.mjs";
import { engines } from "../training/engines.mjs";
import { median } from "../training/median.mjs";

const measured = {
  machine: { cpu: "A CPU", cores: 2, node: "v20.20.2" },
  results: [
    { model: "mlp", engine: "minibatch-wasm", threads: 2, samplesPerSecond: 21_345.6 },
    { model: "mlp", engine: "tfjs-wasm", threads: 1, samplesPerSecond: 1700.2 },
    { model: "cnn", engine: "minibatch-wasm", threads: 2, samplesPerSecond: 2.345 },
    { model: "cnn", engine: "tfjs-wasm", threads: 1, samplesPerSecond: null, reason: "no such kernel" },
  ],
  kernels: [
    { name: "matMul", instructions: "simd", gflops: 40, limit: 50, part: 0.81 },
    { name: "matMul", instructions: "relaxed-simd", gflops: null, limit: null, reason: "not here" },
  ],
  install: [{ instructions: "simd", milliseconds: 12.34 }],
};

it("benchTables(measured) writes an engine a row, a model a column, and why a cell is empty", () => {
  const lines = benchTables(measured).split("\n");
  expect(lines).toContain("| engine | mlp | cnn |");
  expect(lines).toContain("| minibatch-wasm, 2 threads | 21,346 | 2.3 |");
  expect(lines).toContain("| tfjs-wasm, 1 thread | 1,700 | - [1] |");
  expect(lines).toContain("[1] tfjs-wasm, 1 thread: no such kernel");
});

it("benchTables(measured) writes kernels with their part of the limit", () => {
  const lines = benchTables(measured).split("\n");
  expect(lines).toContain("| matMul | simd | 40.0 | 50.0 | 81 % |");
  expect(lines).toContain("| matMul | relaxed-simd | not here |  |  |");
  expect(lines).toContain("Installing the kernels, simd: 12.3 ms.");
});

it("engines(cores) names every engine, and ours with one and with all threads", () => {
  const names = engines(4).map(({ name, threads }) => `${name} ${threads}`);
  expect(names).toEqual(
    expect.arrayContaining([
      "minibatch-wasm 1",
      "minibatch-wasm 4",
      "tfjs-wasm 1",
      "keras 4",
      "keras-jax 4",
      "torch 4",
    ]),
  );
  expect(names.includes("torch-avx2 4")).toBe(process.arch === "x64");
  expect(engines(1).filter(({ name }) => name === "minibatch-wasm")).toHaveLength(1);
});

it("median(values) is the middle one, or the mean of both", () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
});
