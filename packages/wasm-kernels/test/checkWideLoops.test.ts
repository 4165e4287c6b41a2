import { platform } from "@minibatch/wasm-kernels/internal/platform";
import { beforeAll, expect, it, vi } from "vitest";
import { areGood, areSame } from "../src/checkWideLoops.node.ts";
import { wideKernelBytes } from "../src/wideKernelBytes.node.ts";

const bytes = wideKernelBytes(true).loops;
let loops: WebAssembly.Module;

async function compile(binary: Uint8Array<ArrayBuffer>): Promise<WebAssembly.Module> {
  const module = await platform.compileFused(binary);
  if (!module) throw new Error("expected an engine with relaxed SIMD");
  return module;
}

beforeAll(async () => {
  loops = await compile(bytes);
});

/** Where the bytes of an instruction stand. */
function placesOf(...instruction: number[]): number[] {
  return Array.from(bytes.keys()).filter((at) =>
    instruction.every((byte, index) => bytes[at + index] === byte),
  );
}

/** The module with one byte changed. */
async function changed(at: number, change: (byte: number) => number): Promise<WebAssembly.Module> {
  const mutant = bytes.slice();
  mutant[at] = change(mutant[at] ?? 0);
  return compile(mutant);
}

it("areGood() takes no loops for good where there is no memory to try them", () => {
  vi.spyOn(WebAssembly, "Memory").mockImplementation(function refuse() {
    throw new RangeError("WebAssembly.Memory(): could not allocate memory");
  });
  expect(areGood(loops, loops, true)).toBe(false);
});

it("areGood() does not hide what went wrong otherwise", async () => {
  const empty = await WebAssembly.compile(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
  vi.spyOn(performance, "now").mockImplementation(() => {
    throw new TypeError("no clock");
  });
  expect(() => areGood(empty, loops, true)).toThrow("no clock");
});

it("areSame() says so of the same loops", () => {
  expect(areSame(loops, loops, true)).toBe(true);
});

it("areSame() sees each addition that is a subtraction", async () => {
  const F32X4_ADD = [0xfd, 0xe4, 0x01] as const;
  const places = placesOf(...F32X4_ADD);
  expect(places.length).toBeGreaterThan(20);
  for (const at of places) {
    expect(areSame(loops, await changed(at + 1, (byte) => byte + 1), true), `the one at byte ${at}`).toBe(
      false,
    );
  }
});

it("areSame() sees each store of a second vector over the first", async () => {
  const places = [0, 4].flatMap((align) => placesOf(0xfd, 0x0b, align, 16));
  expect(places.length).toBeGreaterThan(20);
  for (const at of places) {
    expect(areSame(loops, await changed(at + 3, () => 0), true), `the one at byte ${at}`).toBe(false);
  }
});

it("areSame() sees each vector that is loaded from beside where it lies", async () => {
  const places = [0, 4].flatMap((align) =>
    [16, 32, 48].flatMap((offset) => placesOf(0xfd, 0x00, align, offset)),
  );
  expect(places.length).toBeGreaterThan(20);
  for (const at of places) {
    expect(areSame(loops, await changed(at + 3, (byte) => byte + 4), true), `the one at byte ${at}`).toBe(
      false,
    );
  }
});
