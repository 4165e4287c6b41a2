import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { temporaryFolder } from "@minibatch/testing";
import { describe, expect, it } from "vitest";
import { writeFileAtomic } from "../src/files/writeFileAtomic.ts";

describe("writeFileAtomic(path, contents)", () => {
  it("makes the folder and leaves nothing but the file", async () => {
    const folder = await temporaryFolder();
    await writeFileAtomic(join(folder, "plots", "a.svg"), "old");
    await writeFileAtomic(join(folder, "plots", "a.svg"), "new");
    expect(await readdir(join(folder, "plots"))).toEqual(["a.svg"]);
    expect(await readFile(join(folder, "plots", "a.svg"), "utf8")).toBe("new");
  });

  it("leaves nothing when it fails", async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, "taken"));
    await expect(writeFileAtomic(join(folder, "taken"), "text")).rejects.toThrow("taken");
    expect(await readdir(folder)).toEqual(["taken"]);
  });
});
