import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type CliRun, runCli } from "./runCli.ts";

/** A table that a small network learns in a second: the price grows with the rooms, less so far away. */
export async function writeHouses(folder: string): Promise<void> {
  const rows = Array.from({ length: 120 }, (_, row) => {
    const [rooms, distance] = [(row * 7) % 6, (row * 11) % 23];
    return `${rooms},${distance},${rooms * 50 - distance * 3 + ((row * 13) % 5)}`;
  });
  await writeFile(join(folder, "houses.csv"), ["rooms,distance,price", ...rows, ""].join("\n"));
}

const houses = ["houses.csv", "--target", "price", "--set", "epochs=3"];

/** Plans a sweep over that table, in `plan.json`. */
export async function planHouses(cwd: string, ...more: readonly string[]): Promise<CliRun> {
  await writeHouses(cwd);
  return runCli(["sweep", "plan", ...houses, ...more], { cwd });
}

/** The files of a merged sweep, byte for byte. */
export async function mergedFiles(cwd: string, name = "plan"): Promise<string[]> {
  await runCli(["sweep", "merge", `${name}.json`], { cwd });
  return Promise.all(
    ["results.csv", "results.json", "sweep.html"].map((file) => readFile(join(cwd, name, file), "utf8")),
  );
}
