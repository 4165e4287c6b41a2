// In a process of its own: it puts other modules in place.
import { version_wasm as version } from "@tensorflow/tfjs-backend-wasm";
import { expect, it, vi } from "vitest";
import { platform as browser } from "../src/platform.browser.ts";
import { platform } from "../src/platform.default.ts";

it("platform.importTfjsWasm() without a condition for browsers gives the backend that @minibatch/wasm-kernels carries, and all else is as in browsers", async () => {
  const { importTfjsWasm, ...others } = platform;
  expect(await importTfjsWasm()).toMatchObject({ version_wasm: version, setWasmPaths: expect.any(Function) });
  expect({ ...others, importTfjsWasm: browser.importTfjsWasm }).toEqual(browser);
});

it("platform.importTfjsWasm() without a condition for browsers says what is missing where it cannot be loaded", async () => {
  vi.doMock("@minibatch/wasm-kernels/internal/tfjs-backend", () => {
    throw new Error("404");
  });
  vi.resetModules();
  const { platform: anew } = await import("../src/platform.default.ts");
  await expect(anew.importTfjsWasm()).rejects.toMatchObject({
    name: "BackendError",
    code: "NOT_INSTALLED",
    message: expect.stringContaining("@minibatch/wasm-kernels"),
  });
  vi.doUnmock("@minibatch/wasm-kernels/internal/tfjs-backend");
});
