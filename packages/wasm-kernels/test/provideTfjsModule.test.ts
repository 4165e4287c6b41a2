// In a process of its own: the backend starts from another module.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import * as tf from "@tensorflow/tfjs-core";
import * as tfjsWasm from "@tensorflow/tfjs-backend-wasm";
import { expect, it, vi } from "vitest";
import { installWasmKernels, provideTfjsModule } from "../src/index.ts";

const file = createRequire(import.meta.url).resolve(
  "@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-simd.wasm",
);

/** Starts the backend anew; gives what it computes. */
async function restart(): Promise<number[]> {
  if ("wasm" in tf.engine().registry) tf.engine().reset();
  expect(await tf.setBackend("wasm")).toBe(true);
  const memory = (tf.backend() as unknown as { wasm: { asm: { memory: WebAssembly.Memory } } }).wasm.asm
    .memory;
  expect(memory.buffer).toBeInstanceOf(ArrayBuffer);
  return tf.tidy(() => [...tf.add([1, 2], [3, 4]).dataSync()]);
}

it("provideTfjsModule(tfjsWasm) lets the backend start from what the package carries", async () => {
  const { platform } = tf.env();
  await provideTfjsModule(tfjsWasm);
  expect(await restart()).toEqual([4, 6]);
  expect(tf.env().platform).toBe(platform);
});

it("provideTfjsModule(tfjsWasm, { wasmPaths }) reads the file that is named", async () => {
  await provideTfjsModule(tfjsWasm, { wasmPaths: { "tfjs-backend-wasm-simd.wasm": file } });
  expect(await restart()).toEqual([4, 6]);
  const missing = provideTfjsModule(tfjsWasm, { wasmPaths: "/no/such/folder/" });
  await expect(missing).rejects.toMatchObject({ code: "NO_TFJS_MODULE" });
});

it("provideTfjsModule and installWasmKernels take compiled modules, and compile nothing then", async () => {
  const module = await WebAssembly.compile(await readFile(file));
  const kernels = await WebAssembly.compile(await readFile(new URL("../dist/kernels.wasm", import.meta.url)));
  for (const method of ["compile", "validate"] as const) {
    vi.spyOn(WebAssembly, method).mockImplementation(() => {
      throw new Error("this engine compiles nothing at run time");
    });
  }
  await provideTfjsModule(tfjsWasm, { module });
  expect(await restart()).toEqual([4, 6]);
  expect(await installWasmKernels({ module: kernels })).toMatchObject({ threads: 1, relaxedSimd: false });
  const product = tf.tidy(() => [...tf.matMul([[1, 2]], [[3], [4]]).dataSync()]);
  expect(product).toEqual([11]);
});

it("provideTfjsModule(tfjsWasm) lets a start that cannot succeed fail, where tfjs' own would wait for ever", async () => {
  const warn = vi.spyOn(console, "warn").mockReturnValue();
  tf.engine().reset();
  await provideTfjsModule(tfjsWasm, { module: new WebAssembly.Module(withImport) });
  expect(await tf.setBackend("wasm")).toBe(false);
  expect(String(warn.mock.calls)).toContain("Import #0");
});

it("provideTfjsModule(tfjsWasm) rejects another version of tfjs than that of its module", async () => {
  const other = { ...tfjsWasm, version_wasm: "4.23.0" };
  await expect(provideTfjsModule(other)).rejects.toMatchObject({
    code: "NO_TFJS_MODULE",
    message: expect.stringContaining("4.23.0 is installed: install 4.22.0, or name") as unknown,
  });
});

/** A module that imports a function which nobody has: "x" "y". */
const withImport = Uint8Array.from(
  [
    [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    [1, 4, 1, 0x60, 0, 0],
    [2, 7, 1, 1, 0x78, 1, 0x79, 0, 0],
  ].flat(),
);
