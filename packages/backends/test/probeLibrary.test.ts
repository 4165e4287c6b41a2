import { describe, expect, it } from "vitest";
import { BackendError } from "../src/index.ts";
import { probeLibrary } from "../src/probeLibrary.ts";

describe("probeLibrary(name, library, load)", () => {
  it("gives nothing to report where the library loads", async () => {
    expect(await probeLibrary("wasm", "a-library", async () => ({}))).toBeUndefined();
  });

  it("says what to install where it does not", async () => {
    const load = () => Promise.reject(new BackendError("NOT_INSTALLED", "missing"));
    expect(await probeLibrary("wasm", "a-library", load)).toEqual({
      name: "wasm",
      available: false,
      reason: "a-library is not installed",
      fix: "npm install a-library",
      device: "",
    });
  });

  it("passes other errors on", async () => {
    const fault = new TypeError("a fault of ours");
    await expect(probeLibrary("wasm", "a-library", () => Promise.reject(fault))).rejects.toBe(fault);
  });
});
