// In a process of its own: the backend must not run yet.
import * as tf from "@tensorflow/tfjs-core";
import * as tfjsWasm from "@tensorflow/tfjs-backend-wasm";
import { expect, it, vi } from "vitest";
import { installWasmKernels, shareWasmMemory } from "../src/index.ts";

it("shareWasmMemory(tfjsWasm) lets the backend start on shared memory, and asks nobody for its module", async () => {
  const fetch = vi.spyOn(globalThis, "fetch");
  const { instantiate } = WebAssembly;
  await shareWasmMemory(tfjsWasm);
  expect(await tf.setBackend("wasm")).toBe(true);
  const { asm } = (tf.backend() as unknown as { wasm: { asm: { memory: WebAssembly.Memory } } }).wasm;
  expect(asm.memory.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect((await installWasmKernels({ threads: 2 })).threads).toBe(2);
  expect(fetch).not.toHaveBeenCalled();
  expect(WebAssembly.instantiate).toBe(instantiate);
});
