import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { Arithmetic } from "../training/Arithmetic.mjs";
import { benchTables } from "../training/benchTables.mjs";
import { engines } from "../training/engines.mjs";
import { median } from "../training/median.mjs";
import { ratioTable } from "../training/ratioTable.mjs";
import { readCaches, readMachine, readVectors } from "../training/readMachine.mjs";

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

it("benchTables(measured) says what the machine is, and what its threads gain where there is no memory to wait for", () => {
  const machine = { ...measured.machine, caches: ["32K", "512K", "16384K"], vectors: 256 };
  const rounds = [
    { model: "mlp", one: 50, all: 49 },
    { model: "mlp", one: 40, all: 80.4 },
    { model: "cnn", one: 48, all: 93.12 },
  ];
  const arithmetic = { threads: 2, one: 48, gains: [0.98, 1.94, 2.01], rounds };
  const lines = benchTables({ ...measured, machine, arithmetic }).split("\n");
  expect(lines[0]).toBe(
    "A CPU, 2 cores, Node v20.20.2, caches 32K / 512K / 16384K, vectors of 256 bits. Training, samples per second.",
  );
  expect(lines).toContain(
    "Of arithmetic alone, one thread does 48.0 GFLOP/s, a median (40.0 to 50.0 between the turns), and 2 threads do 1.94 times as much (0.98 to 2.01).",
  );
  expect(benchTables(measured)).not.toContain("arithmetic");
});

it("new Arithmetic(threads) gives what one thread does, and how much more all do, each time it is asked", async () => {
  const arithmetic = new Arithmetic(2);
  await arithmetic.measure("mlp");
  await arithmetic.measure("cnn");
  const { threads, one, gains, rounds } = arithmetic.end();
  expect(threads).toBe(2);
  expect(one).toBeGreaterThan(0);
  expect(gains).toHaveLength(2);
  expect(gains[0]).toBeGreaterThan(0);
  expect(gains[1]).toBeGreaterThanOrEqual(gains[0]);
  expect(rounds.map(({ model }) => model)).toEqual(["mlp", "cnn"]);
  expect(gains).toContain(rounds[0].all / rounds[0].one);
});

it("ratioTable(results, arithmetic) takes ratios within rounds: what slows the machine down for a while changes none", () => {
  const turns = (engine, threads, rates) => ({ model: "mlp", engine, threads, rates });
  const results = [
    turns("minibatch-wasm", 1, [100, 50, 25]),
    turns("minibatch-wasm", 2, [180, 90, 45]),
    turns("keras", 2, [80, 40, 50]),
    // One turn, and no more: too slow.
    turns("jax-js", 1, [0.5]),
    { model: "mlp", engine: "torch", threads: 2, reason: "not installed" },
  ];
  const arithmetic = { threads: 2, rounds: [{ model: "mlp", one: 40, all: 76 }] };
  expect(ratioTable(results, arithmetic)).toEqual([
    "| minibatch-wasm, 2 threads, over | mlp |",
    "| --- | ---: |",
    "| minibatch-wasm, 1 thread | 1.80 |",
    "| keras, 2 threads | 2.25 |",
    "| jax-js, 1 thread | 180 |",
    "| torch, 2 threads |  |",
    "| arithmetic alone: 2 threads over 1 | 1.90 |",
    "",
  ]);
  expect(ratioTable(results.slice(2), arithmetic)).toEqual([]);
  expect(ratioTable(results.slice(1, 2), arithmetic)).toEqual([]);
});

it("readMachine() reads caches and vectors where Linux says them, and leaves them out where nothing does", () => {
  const folder = mkdtempSync(join(tmpdir(), "caches-"));
  try {
    const caches = {
      index0: [1, "Data", "32K"],
      index1: [1, "Instruction", "64K"],
      index2: [2, "Unified", "512K"],
    };
    for (const [name, [level, type, size]] of Object.entries(caches)) {
      mkdirSync(join(folder, name));
      for (const [file, value] of Object.entries({ level, type, size })) {
        writeFileSync(join(folder, name, file), `${value}\n`);
      }
    }
    writeFileSync(join(folder, "cpuinfo"), "flags\t\t: sse2 avx avx2 fma\n");
    expect(readCaches(folder)).toEqual(["32K", "512K"]);
    expect(readVectors(join(folder, "cpuinfo"))).toBe(256);
    expect(readCaches(join(folder, "none"))).toEqual([]);
    expect(readVectors(join(folder, "none"))).toBeUndefined();
  } finally {
    rmSync(folder, { recursive: true });
  }
  expect(readMachine()).toMatchObject({ node: process.version, cores: availableParallelism() });
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
