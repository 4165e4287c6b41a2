import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { temporaryFolder } from "@minibatch/testing";
import { describe, expect, it } from "vitest";
import { readRun } from "../src/run/readRun.ts";

describe("readRun(folder)", () => {
  it("says that there is no run", async () => {
    const folder = await temporaryFolder();
    await expect(readRun(folder)).rejects.toMatchObject({ code: "RUN_NOT_FOUND" });
  });

  it.each(["", "{", "[]", "null", '{"format": 2}', '{"format": 1, "recipe": "x"}'])(
    "rejects %j",
    async (text) => {
      const folder = await temporaryFolder();
      await writeFile(join(folder, "run.json"), text);
      await expect(readRun(folder)).rejects.toMatchObject({ code: "INVALID_RUN" });
    },
  );
});
