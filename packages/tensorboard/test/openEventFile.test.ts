import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { temporaryFolder } from "@minibatch/testing";
import { expect, it } from "vitest";
import { eventLog, openEventFile } from "../src/index.ts";
import { openFile } from "../src/platform.browser.ts";

const now = () => 1_700_000_000.5;

it("openEventFile(folder) makes the folder and appends each event at once", async () => {
  const folder = join(await temporaryFolder(), "runs", "first");
  const file = openEventFile(folder, { now });
  file.scalars(1, { loss: 0.5 });
  const chunks: Uint8Array[] = [];
  eventLog((bytes) => chunks.push(bytes), { now }).scalars(1, { loss: 0.5 });
  expect(basename(file.path)).toBe("events.out.tfevents.1700000000.minibatch");
  expect(readFileSync(file.path)).toEqual(Buffer.concat(chunks));
  file.close();
});

it("openEventFile(folder) leaves a file of the same second alone, and sorts behind it", async () => {
  const folder = await temporaryFolder();
  const files = [1, 2].map(() => openEventFile(folder, { now }));
  const paths = files.map(({ path, close }) => {
    close();
    return path;
  });
  expect(paths.toSorted()).toEqual(paths);
  expect(new Set(paths).size).toBe(2);
});

it("openEventFile(folder) throws WRITE_FAILED where there can be no folder", async () => {
  const file = join(await temporaryFolder(), "file");
  writeFileSync(file, "");
  expect(() => openEventFile(join(file, "run"))).toThrow(expect.objectContaining({ code: "WRITE_FAILED" }));
});

it("openEventFile(folder) in a browser says what to do instead", () => {
  expect(() => openFile("runs", "events")).toThrow("Collect what eventLog writes");
});
