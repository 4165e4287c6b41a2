import { describe, expect, it } from "vitest";
import { loadLibrary } from "../src/loadLibrary.ts";

describe("loadLibrary(library, load)", () => {
  it("gives what was loaded", async () => {
    expect(await loadLibrary("a-library", async () => ({ answer: 42 }))).toEqual({ answer: 42 });
  });

  it("rejects with the command that installs it, and with the cause", async () => {
    const cause = new Error("Cannot find package");
    await expect(loadLibrary("a-library", () => Promise.reject(cause))).rejects.toMatchObject({
      code: "NOT_INSTALLED",
      message: "expected a-library to be installed: run npm install a-library",
      cause,
    });
  });
});
