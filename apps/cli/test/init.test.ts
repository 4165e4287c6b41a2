import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { experimentFaults } from "@minibatch/recipes";
import { temporaryFolder } from "@minibatch/testing";
import { encode } from "fast-png";
import { expect, it } from "vitest";
import { runCli } from "./runCli.ts";

async function withTable(): Promise<string> {
  const cwd = await temporaryFolder();
  const rows = Array.from({ length: 60 }, (_, row) => `${row % 7},${(row * 37) % 11},${(row % 7) * 200}`);
  await writeFile(join(cwd, "flats.csv"), ["rooms,floor,rent", ...rows, ""].join("\n"));
  return cwd;
}

const read = async (...path: string[]) => JSON.parse(await readFile(join(...path), "utf8"));

/** A person who types these lines, and goes. */
function typing(...lines: string[]) {
  return Object.assign(Readable.from(lines.map((line) => `${line}\n`)), { isTTY: true });
}

it("minibatch init houses.csv --target price writes an experiment that says all that was decided, and train takes it", async () => {
  const cwd = await withTable();
  await mkdir(join(cwd, "plans"));
  const { code, stderr, stdout } = await runCli(
    ["init", "flats.csv", "--target", "rent", "--epochs", "2", "--out", "plans/flats.json"],
    { cwd },
  );
  expect(code, stderr).toBe(0);
  expect(stderr).toContain("flats: 60 rows, 3 columns; to predict rent: 7 classes");
  expect(stdout).toContain("minibatch train plans/flats.json");
  const written = await read(cwd, "plans", "flats.json");
  expect(experimentFaults(written)).toEqual([]);
  expect(written).toMatchObject({
    name: "flats",
    data: {
      table: "../flats.csv",
      target: "rent",
      options: { validationSplit: 0.15, testSplit: 0.15, seed: 1 },
    },
    schedule: { epochs: 2, seed: 1 },
  });
  const trained = await runCli(["train", "plans/flats.json", "--dry-run", "--backend", "cpu"], { cwd });
  expect(trained.code, trained.stderr).toBe(0);
});

it("minibatch init ./pictures writes down size, colour and split", async () => {
  const cwd = await temporaryFolder();
  for (const [at, name] of ["dark", "light"].entries()) {
    await mkdir(join(cwd, "pictures", name), { recursive: true });
    for (let number = 0; number < 12; number += 1) {
      const data = Uint8Array.from({ length: 400 }, (_, pixel) => at * 120 + ((pixel * number) % 100));
      await writeFile(
        join(cwd, "pictures", name, `${number}.png`),
        encode({ width: 20, height: 20, data, channels: 1 }),
      );
    }
  }
  const { code, stderr, stdout } = await runCli(["init", "pictures", "--json", "--cache-dir", "cache"], {
    cwd,
  });
  expect(code, stderr).toBe(0);
  const { file, experiment, found } = JSON.parse(stdout);
  expect([file, found[0]]).toEqual([
    "experiment.json",
    "pictures: 24 pictures in 2 classes: dark 12 · light 12",
  ]);
  expect(experiment.data).toEqual({
    pictures: "pictures",
    options: { imageSize: 20, grey: true, fit: "pad", validationSplit: 0.15, testSplit: 0.15, seed: 1 },
  });
  expect(await read(cwd, "experiment.json")).toEqual(experiment);
  expect(experimentFaults(experiment)).toEqual([]);
});

it("minibatch init DATASET writes an experiment on a built-in dataset, which watches by rows of its own where it has no part for that", async () => {
  const cwd = await temporaryFolder();
  const { code, stderr, stdout } = await runCli(["init", "iris", "--epochs", "2", "--json"], { cwd });
  expect(code, stderr).toBe(0);
  const { experiment } = JSON.parse(stdout);
  expect(experiment).toMatchObject({
    name: "iris",
    data: { dataset: "iris" },
    model: { mlp: { hidden: [64, 64] } },
    schedule: { epochs: 2, validation: { lastFraction: 0.15 } },
  });
  expect(experimentFaults(experiment)).toEqual([]);
  expect((await runCli(["init", "synthetic-digits", "--out", "digits.json"], { cwd })).code).toBe(0);
  const plan = await runCli(["train", "digits.json", "--dry-run", "--json"], { cwd });
  expect(plan.code, plan.stderr).toBe(0);
  expect(JSON.parse(plan.stdout)).toMatchObject({ recipe: "synthetic-digits", inputShape: [28, 28, 1] });
});

it("minibatch init asks three questions on a terminal, and again where an answer cannot be used", async () => {
  const cwd = await withTable();
  const stdin = typing("no.csv", "flats.csv", "rint", "rent", "many", "7");
  const { code, stderr } = await runCli(["init"], { cwd, stdin, tty: true });
  expect(code, stderr).toBe(0);
  for (const part of [
    /Train on which folder of pictures, or which table\?/,
    /There is no file or folder no\.csv\./,
    /Its columns: rooms, floor, rent/,
    /There is no column "rint"\. Is "rent" meant\?/,
    /For how many epochs at most\? 300 take (?:about \d|a few)/,
    /It must be a whole number of at least 1\./,
  ]) {
    expect(stderr).toMatch(part);
  }
  expect(await read(cwd, "experiment.json")).toMatchObject({
    data: { table: "flats.csv", target: "rent" },
    schedule: { epochs: 7 },
  });
});

it("minibatch init takes Enter for what it proposes, and writes nothing for a person who goes away", async () => {
  const cwd = await withTable();
  const gone = await runCli(["init", "flats.csv"], { cwd, stdin: typing(), tty: true });
  expect([gone.code, gone.stderr]).toEqual([
    130,
    expect.stringContaining("Interrupted: nothing was written."),
  ]);
  const { code, stderr } = await runCli(["init", "flats.csv"], { cwd, stdin: typing("", ""), tty: true });
  expect(code, stderr).toBe(0);
  expect(await read(cwd, "experiment.json")).toMatchObject({ data: { target: "rent" } });
});

it("minibatch init --yes takes the last column, and replaces a file with --force only", async () => {
  const cwd = await withTable();
  const init = (...more: string[]) => runCli(["init", "--data", "flats.csv", "--yes", ...more], { cwd });
  expect((await init()).code).toBe(0);
  expect(await read(cwd, "experiment.json")).toMatchObject({ data: { target: "rent" } });
  expect(await init("--epochs", "3")).toMatchObject({
    code: 2,
    stderr:
      "error: experiment.json is there already. Name another file with --out, or add --force to replace it.\n",
  });
  expect((await init("--epochs", "3", "--force")).code).toBe(0);
  expect(await read(cwd, "experiment.json")).toMatchObject({ schedule: { epochs: 3 } });
});

it.for([
  [[], 2, "Say what to train on, for example: minibatch init ./my-pictures"],
  [
    ["flats.csv"],
    2,
    "Say which column of flats.csv to predict: --target rent\nIts columns: rooms, floor, rent",
  ],
  [["flats.csv", "--target", "x"], 1, 'The table has no column "x"'],
  [["flats.csv", "--target", "rent", "--out", "no/such/e.json"], 1, "no/such/e.json cannot be written"],
  [["nothing"], 2, "There is no file or folder nothing."],
  [["iris", "--target", "x"], 2, "iris is a built-in dataset, and --target is for data of your own."],
] as const)(
  "minibatch init %j is refused in words where nobody can be asked",
  async ([args, exit, message]) => {
    const cwd = await withTable();
    const { code, stderr, stdout } = await runCli(["init", ...args], { cwd });
    expect(stderr).toContain(message);
    expect([code, stdout]).toEqual([exit, ""]);
  },
);

it.for([
  ["kmnist", "kmnist is a dataset. Train a recipe on it: kmnist-cnn."],
  ["iris", "iris is a dataset. No recipe trains on it."],
] as const)(
  "minibatch train %s says what trains on a dataset, and that init does",
  async ([name, message]) => {
    const { code, stderr, stdout } = await runCli(["train", name], { cwd: await temporaryFolder() });
    expect({ code, stderr, stdout }).toEqual({
      code: 2,
      stderr: `error: ${message}\nAn experiment of your own on it: minibatch init ${name}\n`,
      stdout: "",
    });
  },
);
