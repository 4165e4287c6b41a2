// In a process of its own: tfjs' own backend is started for the first time.
import { describe, expect, it, vi } from "vitest";
import { wasm } from "../src/wasm.ts";

describe("the driver of wasm", () => {
  it("is not available on an engine without SIMD, and says what has it", async () => {
    vi.spyOn(WebAssembly, "validate").mockReturnValue(false);
    expect(await wasm.probe({})).toMatchObject({
      available: false,
      reason: "this engine has no WebAssembly SIMD",
      fix: expect.stringContaining("Node 20") as unknown,
    });
    await expect(wasm.start({})).rejects.toMatchObject({ code: "NOT_AVAILABLE" });
  });

  it("fails with a code where tfjs' own .wasm files are not in the folder that was named", async () => {
    const start = wasm.start({ wasmPaths: "/no/such/folder/" });
    await expect(start).rejects.toMatchObject({
      code: "START_FAILED",
      message: expect.stringContaining("wasmPaths") as unknown,
    });
  });
});
