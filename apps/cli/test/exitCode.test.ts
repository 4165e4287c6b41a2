import { describe, expect, it } from "vitest";
import { CliError } from "../src/CliError.ts";
import { exitCode } from "../src/exitCode.ts";

describe("exitCode(error)", () => {
  it("is 2 for wrong usage, of this package or another", () => {
    expect(exitCode(new CliError("INVALID_USAGE", ""))).toBe(2);
    expect(exitCode(Object.assign(new Error("no such recipe"), { code: "UNKNOWN_RECIPE" }))).toBe(2);
    expect(exitCode(Object.assign(new Error("no such backend"), { code: "UNKNOWN_BACKEND" }))).toBe(2);
  });

  it("is 130 for an interruption", () => {
    expect(exitCode(new CliError("INTERRUPTED", ""))).toBe(130);
  });

  it("is 1 for everything else", () => {
    expect(exitCode(Object.assign(new Error("offline"), { code: "OFFLINE" }))).toBe(1);
    expect(exitCode(new TypeError("a bug"))).toBe(1);
    expect(exitCode("a string")).toBe(1);
  });
});
