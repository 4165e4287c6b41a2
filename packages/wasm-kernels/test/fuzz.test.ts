import * as tf from "@tensorflow/tfjs-core";
import type { KernelConfig, KernelFunc, TensorInfo } from "@tensorflow/tfjs-core";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { Bystanders } from "../fuzz/Bystanders.ts";
import type { FuzzKind } from "../fuzz/FuzzKind.ts";
import { networks } from "../fuzz/networks/networks.ts";
import type { Program } from "../fuzz/programs/Instruction.ts";
import { programs } from "../fuzz/programs/programs.ts";
import { shrink } from "../fuzz/shrink.ts";
import { tryCase } from "../fuzz/tryCase.ts";
import type { Verdict } from "../fuzz/tryCase.ts";
import { replaceRegistration } from "../src/replaceRegistration.ts";
import { runningWasmBackend } from "../src/runningWasmBackend.ts";
import { startBackends } from "./againstCpu.ts";

beforeAll(() => startBackends({ threads: 1 }));

/** One of the tensors that have nothing to do with the case. */
let unrelated: TensorInfo | undefined;

async function judge<Case>(kind: FuzzKind<Case>, made: Case): Promise<Verdict> {
  await tf.setBackend("wasm");
  const bystanders = new Bystanders(1);
  unrelated = bystanders.tensors[7]?.tensor;
  const verdict = await tryCase(kind, made, bystanders);
  bystanders.dispose();
  return verdict;
}

/** Tries cases until one fails. */
async function firstFailure<Case>(kind: FuzzKind<Case>, cases: number) {
  for (let seed = 1; seed <= cases; seed += 1) {
    const { outcome, faults } = await judge(kind, kind.make(seed));
    if (outcome === "failed") return { seed, faults };
  }
  return undefined;
}

/** Kernels of WASM as they were, for the end of each test. */
const replaced: KernelConfig[] = [];

afterEach(() => {
  for (const original of replaced.splice(0)) replaceRegistration(original);
});

/** Puts a kernel in the place of one of ours. */
function plant(kernelName: string, make: (original: KernelFunc) => KernelFunc): void {
  const original = tf.getKernel(kernelName, "wasm");
  replaced.push(original);
  replaceRegistration({ ...original, kernelFunc: make(original.kernelFunc) });
}

function valuesOf(tensor: TensorInfo, count: number): Float32Array {
  const backend = runningWasmBackend();
  return new Float32Array(
    backend.wasm.HEAPU8.buffer,
    backend.dataIdMap.get(tensor.dataId).memoryOffset,
    count,
  );
}

describe("tryCase(kind, case, bystanders)", () => {
  it("finds nothing in kernels that are right", async () => {
    expect(await firstFailure(programs, 30)).toBeUndefined();
    expect(await firstFailure(networks, 8)).toBeUndefined();
  });

  it.each([
    [
      "is wrong at one place",
      (original: KernelFunc): KernelFunc =>
        (args) => {
          const y = original(args) as TensorInfo;
          const [first = 0] = valuesOf(y, 1);
          valuesOf(y, 1).fill(first + 0.01);
          return y;
        },
      /off by/,
    ],
    [
      "loses NaN",
      (original: KernelFunc): KernelFunc =>
        (args) => {
          const y = original(args) as TensorInfo;
          const values = valuesOf(y, tf.util.sizeFromShape(y.shape));
          for (const [index, value] of values.entries()) if (Number.isNaN(value)) values[index] = 0;
          return y;
        },
      /NaN was expected/,
    ],
    [
      "writes into another tensor",
      (original: KernelFunc): KernelFunc =>
        (args) => {
          valuesOf(unrelated as TensorInfo, 1).fill(7);
          return original(args);
        },
      /unrelated tensors changed/,
    ],
    [
      "leaves a tensor behind",
      (original: KernelFunc): KernelFunc =>
        (args) => {
          tf.keep(tf.zeros([2]));
          return original(args);
        },
      /leaves/,
    ],
  ])("finds a kernel within 60 programs that %s", async (_title, make, message) => {
    plant("Relu", make);
    const failure = await firstFailure(programs, 60);
    expect(failure?.faults.join("\n")).toMatch(message);
  });
});

it("shrink(case, smaller, fails) leaves of a program what the fault needs", async () => {
  plant("Tanh", (original) => (args) => {
    const y = original(args) as TensorInfo;
    valuesOf(y, 1).fill(3);
    return y;
  });
  const failure = await firstFailure(programs, 200);
  const made = programs.make(failure?.seed ?? 0);
  const fails = async (smaller: Program) => (await judge(programs, smaller)).outcome === "failed";
  const least = await shrink(made, (each) => programs.smaller(each), fails);
  const steps = programs.describe(least);
  expect(steps.join("\n")).toContain("tanh(");
  expect(2 * steps.length).toBeLessThan(programs.describe(made).length);
});
