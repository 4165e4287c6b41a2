import { platform } from "@minibatch/wasm-kernels/internal/platform";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";
import * as tfjsWasm from "@tensorflow/tfjs-backend-wasm";
import { expect, it, vi } from "vitest";
import { installWasmKernels, shareWasmMemory, WasmKernelsError } from "../src/index.ts";
import { sample, startBackends } from "./againstCpu.ts";
import { isPutOff, putOff } from "./putOff.ts";

/** Weights after a few steps of a convnet with every kernel that threads share. */
async function trainedWeights(): Promise<number[]> {
  const seeded = (seed: number) => tfl.initializers.glorotUniform({ seed });
  const model = tfl.sequential({
    layers: [
      tfl.layers.conv2d({ inputShape: [14, 14, 3], filters: 9, kernelSize: 3, kernelInitializer: seeded(1) }),
      tfl.layers.conv2d({ filters: 16, kernelSize: 3, padding: "same", kernelInitializer: seeded(2) }),
      tfl.layers.conv2d({ filters: 16, kernelSize: 3, padding: "same", kernelInitializer: seeded(6) }),
      tfl.layers.batchNormalization(),
      tfl.layers.activation({ activation: "gelu" }),
      tfl.layers.depthwiseConv2d({ kernelSize: 3, depthwiseInitializer: seeded(7) }),
      tfl.layers.conv2d({ filters: 8, kernelSize: 3, strides: 2, kernelInitializer: seeded(3) }),
      tfl.layers.flatten(),
      tfl.layers.dense({ units: 300, activation: "relu", kernelInitializer: seeded(4) }),
      tfl.layers.dense({ units: 4, activation: "softmax", kernelInitializer: seeded(5) }),
    ],
  });
  model.compile({ optimizer: tf.train.adam(0.003), loss: "categoricalCrossentropy" });
  const x = sample([24, 14, 14, 3], 1);
  const y = tf.tidy(() => tf.cast(tf.oneHot(tf.range(0, 24, 1, "int32"), 4), "float32"));
  for (let step = 0; step < 5; step += 1) await model.trainOnBatch(x, y);
  const weights = model.getWeights().flatMap((weight) => [...weight.dataSync()]);
  model.dispose();
  tf.dispose([x, y]);
  return weights;
}

/** Different for values that differ in a bit, wherever that is. */
function checksums(values: ArrayLike<number>): number[] {
  const bits = new Int32Array(Float32Array.from(values).buffer);
  let [sum, places] = [0, 0];
  for (const [i, word] of bits.entries()) {
    sum = (sum + word) | 0;
    places = (places + Math.imul(word, 2 * i + 1)) | 0;
  }
  return [bits.length, sum, places];
}

/** Computes with one, two and five threads. */
async function expectSameForThreads(compute: () => unknown): Promise<void> {
  await startBackends({ threads: 1 });
  const alone = await compute();
  for (const threads of [2, 5]) {
    await startBackends({ threads });
    expect(await compute()).toEqual(alone);
    // Helpers that come and go with the installation.
    (await installWasmKernels()).uninstall();
  }
}

it("gives the same weights, bit for bit, with one, two and five threads", async () => {
  await expectSameForThreads(trainedWeights);
});

it("gives the same products of a few rows, bit for bit, with one, two and five threads", async () => {
  const products = () =>
    tf.tidy(() => {
      const matrix = sample([601, 1027], 2);
      return [2, 4, 5].map((rows) => tf.matMul(sample([rows, 601], rows), matrix).dataSync());
    });
  await expectSameForThreads(products);
});

it("gives the same products, bit for bit, with one, two and five threads, however they are cut", async () => {
  // Columns are cut, then rows; blocks of the depth; an operand that is too large to be packed ahead.
  const sizes = [
    [60, 600, 300],
    [700, 50, 520],
    [131, 131, 1025],
    [1030, 1040, 2050],
  ] as const;
  const products = () =>
    tf.tidy(() =>
      sizes.flatMap(([m, n, k]) =>
        [false, true].map((transpose) => {
          const a = sample(transpose ? [k, m] : [m, k], m);
          const b = sample(transpose ? [n, k] : [k, n], n);
          return checksums(tf.matMul(a, b, transpose, transpose).dataSync());
        }),
      ),
    );
  await expectSameForThreads(products);
});

it("moves by products that are put off to the same weights, bit for bit, with one, two and five threads", async () => {
  const moved = () =>
    [
      [700, 60],
      [60, 700],
    ].map(([rows = 0, columns = 0]) => {
      const optimizer = tf.train.adam(0.01);
      const variable = tf.tidy(() => tf.variable(sample([rows, columns], 3)));
      const [a, b] = [sample([530, rows], 1), sample([530, columns], 2)];
      for (let step = 0; step < 3; step += 1) {
        const gradient = putOff(() => tf.matMul(a, b, true, false));
        optimizer.applyGradients([{ name: variable.name, tensor: gradient }]);
        expect(isPutOff(gradient)).toBe(step > 0);
        gradient.dispose();
      }
      const values = variable.dataSync();
      tf.dispose([a, b, variable]);
      optimizer.dispose();
      return checksums(values);
    });
  await expectSameForThreads(moved);
});

it("computes with those that come where a thread cannot, and says how many and why", async () => {
  await startBackends({ threads: 1 });
  (await installWasmKernels()).uninstall();
  const start = platform.startHelper.bind(platform);
  const empty = new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
  vi.spyOn(platform, "startHelper").mockImplementationOnce((setup) => start({ ...setup, module: empty }));
  const installation = await installWasmKernels({ threads: 3 });
  expect(installation).toMatchObject({ threads: 2, threadsWanted: 3 });
  expect(installation.threadsMissing).toMatch(
    /^1 of 3 threads are missing: TypeError: kernels\.setTeam is not a function/,
  );
  expect((await trainedWeights()).every(Number.isFinite)).toBe(true);
});

it("computes alone where the engine starts no thread at all", async () => {
  (await installWasmKernels()).uninstall();
  vi.spyOn(platform, "startHelper").mockImplementation(() => {
    throw new Error("no workers here");
  });
  expect(await installWasmKernels({ threads: 3 })).toMatchObject({
    threads: 1,
    threadsMissing: "2 of 3 threads are missing: Error: no workers here",
  });
});

it("says so where a thread dies later", async () => {
  (await installWasmKernels()).uninstall();
  const start = vi.spyOn(platform, "startHelper");
  const installation = await installWasmKernels({ threads: 2 });
  expect(installation).toMatchObject({ threads: 2, threadsMissing: "" });
  start.mock.results[0]?.value.terminate();
  await expect.poll(() => installation.threads).toBe(1);
  expect(installation.threadsMissing).toBe("1 of 2 threads are missing: it ended with exit code 1");
});

it("rejects shareWasmMemory once the backend runs, and a number of threads that is none", async () => {
  await startBackends();
  await expect(shareWasmMemory(tfjsWasm)).rejects.toMatchObject({ code: "NO_THREADS" });
  (await installWasmKernels()).uninstall();
  await expect(installWasmKernels({ threads: 0 })).rejects.toThrow(WasmKernelsError);
});

it.each([
  ["comes to its end", "", 0],
  ["calls process.exit in the middle", "process.exit(3);", 3],
  // Emscripten, in tfjs, throws what was thrown once more: 7 is Node's exit code for that.
  ["throws", "throw new Error('on purpose');", 7],
])("lets a process end that %s", (_name, last, status) => {
  const index = new URL("../dist/index.js", import.meta.url).href;
  const program = `
    import * as tf from "@tensorflow/tfjs-core";
    import * as tfjsWasm from "@tensorflow/tfjs-backend-wasm";
    import { installWasmKernels, shareWasmMemory } from "${index}";
    await shareWasmMemory(tfjsWasm);
    await tf.setBackend("wasm");
    await installWasmKernels({ threads: 3 });
    const a = tf.randomUniform([300, 300]);
    for (let i = 0; i < 50; i += 1) tf.matMul(a, a).dispose();
    ${last}
  `;
  const folder = fileURLToPath(new URL("..", import.meta.url));
  const run = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
    cwd: folder,
    timeout: 120_000,
    encoding: "utf8",
  });
  expect(run.signal).toBeNull();
  expect(run.status).toBe(status);
});
