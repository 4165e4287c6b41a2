// In a process of its own: each backend is started for the first time.
import { platform } from "@minibatch/backends/internal/platform";
import { expectNoLeak, temporaryFolder } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import { describe, expect, it, vi } from "vitest";
import { BackendError, startBackend } from "../src/index.ts";
import { drivers } from "../src/drivers.ts";
import { wasm } from "../src/wasm.ts";
import { webgpu } from "../src/webgpu.ts";
import type { BackendName } from "../src/index.ts";

const unavailable = { available: false, reason: "it is switched off", fix: "switch it on", device: "" };

describe("startBackend(name)", () => {
  it("starts wasm with the kernels that it needs to train", async () => {
    const backend = await startBackend("wasm");
    expect(backend).toMatchObject({
      name: "wasm",
      device: expect.stringMatching(
        /^WebAssembly with (relaxed )?SIMD( of 256 bits)?, (one thread|\d+ threads)$/,
      ) as unknown,
    });
    expect(backend.version).toMatch(/^4\./);
    expect(backend.reason).toBeUndefined();
    expect(backend.kernels?.map(({ name }) => name)).toContain("Conv2DBackpropFilter");
    expect(tf.getBackend()).toBe("wasm");
  });

  it("starts cpu, and computes there without advice on the console", async () => {
    const warn = vi.spyOn(console, "warn");
    const backend = await startBackend("cpu");
    expect(backend).toMatchObject({ name: "cpu", device: "JavaScript, one thread" });
    expect(tf.getBackend()).toBe("cpu");
    await expectNoLeak(() => {
      expect(tf.tidy(() => tf.add(1, 2).dataSync()[0])).toBe(3);
    });
    expect(warn).not.toHaveBeenCalled();
  });

  it("may be called again, and switches back and forth", async () => {
    const first = await startBackend("wasm");
    await startBackend("cpu");
    const second = await startBackend("wasm");
    expect(second).toEqual(first);
    expect(tf.getBackend()).toBe("wasm");
  });

  it("starts a backend once when it is asked for twice at the same time", async () => {
    // As in a new process: nothing runs yet.
    tf.engine().reset();
    const [first, second] = await Promise.all([startBackend("wasm"), startBackend("wasm")]);
    expect(second).toEqual(first);
    await expectNoLeak(() => {
      expect(tf.tidy(() => tf.matMul(tf.ones([2, 3]), tf.ones([3, 2])).dataSync())).toEqual(
        Float32Array.of(3, 3, 3, 3),
      );
    });
  });

  it("starts one after the other when they are asked for at the same time, also after one that fails", async () => {
    tf.engine().reset();
    const starts = await Promise.allSettled([
      startBackend("wasm"),
      startBackend("gpu" as BackendName),
      startBackend("cpu"),
      startBackend("auto", { folder: await temporaryFolder() }),
      startBackend("cpu"),
    ]);
    expect(
      starts.map((start) => (start.status === "fulfilled" ? start.value.name : String(start.reason.code))),
    ).toEqual(["wasm", "UNKNOWN_BACKEND", "cpu", "wasm", "cpu"]);
    expect(tf.getBackend()).toBe("cpu");
  });

  it("rejects an unknown name with the ones that exist", async () => {
    const start = startBackend("gpu" as BackendName);
    await expect(start).rejects.toThrow(BackendError);
    await expect(start).rejects.toMatchObject({
      code: "UNKNOWN_BACKEND",
      message:
        'expected the name of a backend ("node", "webgpu", "webgl", "wasm", "cpu" or "auto"), got "gpu"',
    });
  });

  it("does not fall back when the backend that was named fails", async () => {
    await startBackend("cpu");
    const cause = new BackendError("START_FAILED", "it broke");
    vi.spyOn(wasm, "start").mockRejectedValue(cause);
    await expect(startBackend("wasm")).rejects.toBe(cause);
    expect(tf.getBackend()).toBe("cpu");
  });
});

describe('startBackend("auto")', () => {
  /** Makes backends unavailable, as on a machine without them; without names, all. */
  function switchOff(...names: readonly string[]): void {
    for (const driver of drivers.filter(({ name }) => names.length === 0 || names.includes(name))) {
      vi.spyOn(driver, "probe").mockResolvedValue({ name: driver.name, ...unavailable });
    }
  }

  it("takes wasm where nothing is installed, and says why, and why no other", async () => {
    const { name, reason } = await startBackend("auto", { folder: await temporaryFolder() });
    expect(name).toBe("wasm");
    expect(reason).toBe(
      "WebAssembly with SIMD runs here, and nothing has to be installed; " +
        "not node: @tensorflow/tfjs-node is not installed; not webgpu: webgpu is not installed; " +
        "not webgl: WebGL runs in browsers only",
    );
  });

  it("takes the next one where it does not run", async () => {
    switchOff("node", "webgpu", "webgl", "wasm");
    const backend = await startBackend("auto");
    expect(backend.name).toBe("cpu");
    expect(backend.reason).toMatch(/^plain JavaScript runs everywhere; .*not wasm: it is switched off$/);
  });

  it("passes over a GPU that the CPU plays, and what is installed but does not start", async () => {
    switchOff("webgl");
    const here = { available: true, reason: "it is here", fix: "", device: "" };
    vi.spyOn(platform.node, "probe").mockResolvedValue({ name: "node", ...here });
    vi.spyOn(platform.node, "start").mockRejectedValue(new BackendError("START_FAILED", "it broke"));
    vi.spyOn(webgpu, "probe").mockResolvedValue({ name: "webgpu", ...here, emulated: true });
    const { name, reason } = await startBackend("auto");
    expect(name).toBe("wasm");
    expect(reason).toContain("; not node: it did not start; not webgpu: the CPU plays its GPU; not webgl:");
  });

  it("rejects where nothing runs, with what to do", async () => {
    switchOff();
    await expect(startBackend("auto")).rejects.toMatchObject({
      code: "NOT_AVAILABLE",
      message: expect.stringContaining("npm install @tensorflow/tfjs-backend-wasm") as unknown,
    });
  });
});
