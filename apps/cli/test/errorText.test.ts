import { DatasetError } from "@minibatch/datasets";
import { TableError } from "@minibatch/tables";
import { describe, expect, it } from "vitest";
import { CliError } from "../src/CliError.ts";
import { errorText } from "../src/errorText.ts";

describe("errorText(error, debug)", () => {
  it("is the message alone where a package expected the error", () => {
    expect(errorText(new CliError("MODEL_NOT_FOUND", "There is no model."), false)).toBe(
      "There is no model.\n",
    );
  });

  it("calls options as the command does, and says what a person can do", () => {
    const offline = new DatasetError("OFFLINE", "`offline` forbids it: pass `mirror`, not `seed`");
    expect(errorText(offline, false)).toBe(
      "--offline forbids it: pass --mirror, not `seed`\n" +
        'To have it offline, fetch it while there is a network: "minibatch datasets fetch <name>".\n',
    );
    expect(errorText(new DatasetError("CACHE_FAILED", "Full."), false)).toContain("--cache-dir");
    expect(errorText(new TableError("INVALID_ARGUMENT", "Say by `kinds`."), false)).toBe(
      "Say by data.options.kinds of an experiment file (minibatch init writes one).\n",
    );
  });

  it("says how to get the stack where none did", () => {
    const text = errorText(new TypeError("x is undefined"), false);
    expect(text).toContain("x is undefined");
    expect(text).toContain("MINIBATCH_DEBUG=1");
    expect(text).not.toContain("    at ");
  });

  it("gives the stack when asked", () => {
    expect(errorText(new TypeError("x is undefined"), true)).toContain("    at ");
  });
});
