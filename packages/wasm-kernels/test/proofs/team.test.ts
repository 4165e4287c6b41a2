import { platform } from "@minibatch/wasm-kernels/internal/platform";
import * as tf from "@tensorflow/tfjs-core";
import { expect, it, onTestFinished, vi } from "vitest";
import { awaitHelpers } from "../../src/awaitHelpers.ts";
import { guardKernels } from "../../src/guardKernels.ts";
import { instantiateKernels } from "../../src/instantiateKernels.ts";
import { installWasmKernels, WasmKernelsError } from "../../src/index.ts";
import { sample, startBackends } from "../againstCpu.ts";
import { compileTeam } from "../compileTeam.ts";

/** What a compiled team exports for the thread that shares work out. */
interface TeamExports {
  setTeam(block: number, threads: number, mayWait: boolean): void;
  teamSize(): number;
  share(job: number, tasks: number): void;
  stopHelpers(): void;
}

/** Where tasks leave marks, a word each. */
const marks = 4096;
const mark = `atomic.add<i32>(${marks} + 4 * (job * 100 + task), 1);`;

/** A team whose tasks do what is given, and the words that they leave. */
async function startPlanted(runTask: string, threads: number) {
  const module = await compileTeam(runTask);
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 65536, shared: true });
  const { wasm } = await instantiateKernels(memory, { module });
  const team = guardKernels(wasm, () => {}) as unknown as TeamExports;
  const block = 64;
  team.setTeam(block, threads, true);
  const helpers = Array.from({ length: threads - 1 }, () =>
    platform.startHelper({ module, loops: undefined, memory, block, threads }),
  );
  onTestFinished(() => {
    team.stopHelpers();
    for (const helper of helpers) helper.terminate();
  });
  await awaitHelpers(helpers);
  // One that is up may not have come to work yet, and a job that is shared out without it never meets it.
  await expect.poll(() => team.teamSize()).toBe(threads);
  return { team, words: (job: number) => new Int32Array(memory.buffer, marks + 400 * job, 100) };
}

it("a kernel throws THREAD_DIED where a thread died at it, and the next ones are computed without that thread", async () => {
  await startBackends({ threads: 1 });
  (await installWasmKernels()).uninstall();
  const a = sample([200, 200], 1);
  const product = (): number[] => tf.tidy(() => [...tf.matMul(a, a).dataSync()]);
  const module = await compileTeam("unreachable();");
  const start = platform.startHelper.bind(platform);
  vi.spyOn(platform, "startHelper").mockImplementationOnce((setup) => start({ ...setup, module }));
  const installation = await installWasmKernels({ threads: 3 });
  let expected: number[] | undefined;
  let thrown: unknown;
  // It comes to work in the first product or in a later one; those before are right. Between them the test may time out.
  while (thrown === undefined) {
    await new Promise(setImmediate);
    try {
      const values = product();
      expect(values).toEqual((expected ??= values));
    } catch (error) {
      thrown = error;
    }
  }
  expect(thrown).toBeInstanceOf(WasmKernelsError);
  expect(thrown).toMatchObject({ code: "THREAD_DIED" });
  expected ??= product();
  for (let again = 0; again < 20; again += 1) expect(product()).toEqual(expected);
  await expect.poll(() => installation.threads).toBe(2);
  expect(installation.threadsMissing).toBe("1 of 3 threads are missing: RuntimeError: unreachable");
  installation.uninstall();
  // Without a thread that could be wrong.
  await installWasmKernels({ threads: 1 });
  expect(product()).toEqual(expected);
  a.dispose();
});

it("share(job, tasks) does each task once, whoever takes it", async () => {
  const { team, words } = await startPlanted(mark, 4);
  for (let job = 0; job < 20; job += 1) {
    team.share(job, 100);
    expect(words(job)).toEqual(new Int32Array(100).fill(1));
  }
});

it("share(job, tasks) throws where all helpers died, and then does all tasks itself", async () => {
  const { team, words } = await startPlanted(`if (thread > 0) unreachable(); ${mark}`, 3);
  const outcomes: string[] = [];
  for (let job = 0; team.teamSize() > 1; job = (job + 1) % 10) {
    await new Promise(setImmediate);
    try {
      team.share(job, 100);
      outcomes.push("done");
    } catch (error) {
      outcomes.push((error as WasmKernelsError).code);
    }
  }
  expect(new Set(outcomes.filter((outcome) => outcome !== "done"))).toEqual(new Set(["THREAD_DIED"]));
  team.share(20, 100);
  expect(words(20)).toEqual(new Int32Array(100).fill(1));
});

it("share(job, tasks) throws an error of this thread when the others are no longer at the job", async () => {
  const fails = "while (atomic.load<i32>(2048) == 0) {} atomic.store<i32>(2052, 1); unreachable();";
  const stays = "atomic.store<i32>(2048, 1); while (atomic.load<i32>(2052) == 0) {}";
  const slowly = "for (let i = 0; i < 100000; i++) atomic.load<i32>(0);";
  const task = `if (job == 0) { if (thread == 0) { ${fails} } else { ${stays} } } ${slowly} ${mark}`;
  const { team, words } = await startPlanted(task, 2);
  expect(() => team.share(0, 100)).toThrow(WebAssembly.RuntimeError);
  // All tasks but the one that failed are done by now.
  expect(words(0).filter((times) => times === 1)).toHaveLength(99);
  team.share(1, 100);
  expect(words(1)).toEqual(new Int32Array(100).fill(1));
});
