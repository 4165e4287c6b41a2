import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { memoryCache, mnist } from "@minibatch/datasets";
import { temporaryFolder } from "@minibatch/testing";
import { expect, it } from "vitest";
import { packDatasets } from "../vite/packDatasets.ts";
import { madeMnist } from "./madeMnist.ts";

it("packDatasets(options) lays a dataset out as a mirror does, from the cache or the mirror, and writes to neither", async () => {
  const { card, mirror, names } = await madeMnist();
  const [first = ""] = names;
  const bytes = await readFile(join(mirror, "mnist", first));
  const cache = memoryCache();
  await cache.put(`mnist/${first}`, bytes);
  const folder = await temporaryFolder();
  expect(await packDatasets({ cards: [card], cache, mirror, folder })).toEqual(["mnist"]);
  expect((await readdir(join(folder, "mnist"))).sort()).toEqual([...names].sort());
  expect(bytes.equals(await readFile(join(folder, "mnist", first)))).toBe(true);
  expect(await cache.list()).toEqual([`mnist/${first}`]);
});

it("packDatasets(options) leaves out what is not at hand, too large, or must not be handed on", async () => {
  const { card, mirror } = await madeMnist();
  const [file] = card.files;
  if (!file) throw new Error("The card has no files.");
  const cards = [
    { ...card, name: "not-here" },
    { ...card, license: "none stated; free to use with the citation" },
    { ...card, files: [...card.files, { ...file, bytes: 40_000_000 }] },
  ];
  const folder = await temporaryFolder();
  expect(await packDatasets({ cards, cache: memoryCache(), mirror, folder })).toEqual([]);
  expect(await packDatasets({ cards: [card], cache: memoryCache(), mirror: undefined, folder })).toEqual([]);
  expect(await readdir(folder)).toEqual([]);
});

it("packDatasets(options) throws for a file of the mirror that was changed", async () => {
  const { mirror } = await madeMnist();
  const folder = await temporaryFolder();
  const packing = packDatasets({ cards: [mnist], cache: memoryCache(), mirror, folder });
  await expect(packing).rejects.toMatchObject({ code: "CHECKSUM_MISMATCH" });
});
