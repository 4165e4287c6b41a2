import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { temporaryFolder } from "@minibatch/testing";
import { expect, it } from "vitest";
import { runCli } from "./runCli.ts";

/** Flats whose rent is known: 200 a room, of so many rooms at least. */
function flats(least: number): string {
  const lines = Array.from({ length: 80 }, (_, row) => {
    const rooms = least + ((row * 7) % 6);
    return `${rooms},${((row * 37.37) % 80).toFixed(2)},${200 * rooms + ((row * 37) % 50)}`;
  });
  return ["rooms,age,rent", ...lines, ""].join("\n");
}

it("minibatch evaluate, export and train --resume refuse a table that is another one than the run was trained on", async () => {
  const cwd = await temporaryFolder();
  const file = join(cwd, "flats.csv");
  await writeFile(file, flats(1));
  const options = ["--backend", "wasm", "--epochs", "2", "--out", "run"];
  const train = await runCli(["train", "flats.csv", "--target", "rent", ...options], { cwd });
  expect(train.code, train.stderr).toBe(0);
  const measured = await runCli(["evaluate", "run", "--json"], { cwd });
  expect(measured.code, measured.stderr).toBe(0);

  await writeFile(file, flats(11));
  const evaluate = await runCli(["evaluate", "run"], { cwd });
  expect(evaluate.code).toBe(1);
  expect(evaluate.stderr).toMatch(/flats.* has changed since run was trained on it/);
  expect(evaluate.stderr).toMatch(/minibatch evaluate run flats\.csv/);
  const page = await runCli(["export", "run", "--to", "web"], { cwd });
  expect(page.stderr).toMatch(/has changed since/);
  const resume = await runCli(["train", "--resume", "run", "--epochs", "4"], { cwd });
  expect(resume.code).toBe(1);
  expect(resume.stderr).toMatch(/flats.* has changed since run was begun/);

  // What is there now can be measured, prepared as in training.
  const other = await runCli(["evaluate", "run", "flats.csv", "--json"], { cwd });
  expect(other.code, other.stderr).toBe(0);
  await writeFile(file, flats(1));
  expect((await runCli(["evaluate", "run", "--json"], { cwd })).stdout).toBe(measured.stdout);
});
