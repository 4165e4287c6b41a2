import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { temporaryFolder } from "@minibatch/testing";
import { describe, expect, it } from "vitest";
import { claimRunFolder } from "../src/run/claimRunFolder.ts";
import { readRun } from "../src/run/readRun.ts";
import { record } from "./record.ts";

describe("claimRunFolder(record, parent, out)", () => {
  it("takes the first free number", async () => {
    const parent = join(await temporaryFolder(), "runs");
    const names = [1, 2, 3].map(() => claimRunFolder(record, parent, undefined));
    expect(names).toEqual([1, 2, 3].map((number) => join(parent, `digits-cnn-${number}`)));
    expect(await readRun(names[2] ?? "")).toEqual(record);
  });

  it("refuses a folder that holds a run, and leaves it alone", async () => {
    const out = join(await temporaryFolder(), "mine");
    claimRunFolder(record, "", out);
    expect(() => claimRunFolder({ ...record, recipe: "other" }, "", out)).toThrow(
      expect.objectContaining({ code: "RUN_EXISTS", message: expect.stringContaining("--resume") }),
    );
    expect((await readRun(out)).recipe).toBe("digits-cnn");
    expect(await readdir(out)).toEqual(["run.json"]);
  });

  it("says so when the folder cannot be made", async () => {
    const folder = await temporaryFolder();
    claimRunFolder(record, "", folder);
    expect(() => claimRunFolder(record, "", join(folder, "run.json", "x"))).toThrow(
      expect.objectContaining({ code: "NOT_WRITABLE" }),
    );
    // A file in the way is no run.
    expect(() => claimRunFolder(record, "", join(folder, "run.json"))).toThrow(
      expect.objectContaining({ code: "NOT_WRITABLE", message: expect.not.stringMatching(/E[A-Z]+:/) }),
    );
  });
});
