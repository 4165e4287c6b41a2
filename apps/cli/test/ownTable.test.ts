import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { temporaryFolder } from "@minibatch/testing";
import { expect, it } from "vitest";
import { runCli } from "./runCli.ts";

const cities = ["Bern", "Genf", "Chur"];

/** Houses whose price is known: 100 a room, 50 less in Chur, whatever the age; with an id, a constant, and some gaps. */
function houses(rows: number): string {
  const lines = Array.from({ length: rows }, (_, row) => {
    const rooms = 1 + ((row * 7) % 9);
    const city = cities[(row * 5) % 3] ?? "";
    const price = 100 * rooms - (city === "Chur" ? 50 : 0) + ((row * 13) % 11);
    const age = ((row * 37.37) % 80).toFixed(2);
    return `${row + 1},${row % 20 === 7 ? "" : rooms},${city},${age},CHF,${price}`;
  });
  return ["id,rooms,city,age,unit,price", ...lines, ""].join("\n");
}

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

/** The SHA-256 of the weights in a run folder. */
async function hashOf(...path: string[]): Promise<string> {
  return createHash("sha256")
    .update(await readFile(join(...path, "weights.bin")))
    .digest("hex");
}

const quick = ["--backend", "wasm", "--epochs", "25", "--quiet"];

it("minibatch train houses.csv --target price finds out the rest, and says what stands beside the result", async () => {
  const cwd = await folderWith({ "houses.csv": houses(240) });
  const minibatch = (...args: string[]) => runCli(args, { cwd });
  const trained = await minibatch(
    "train",
    "houses.csv",
    "--target",
    "price",
    ...quick,
    "--out",
    "run",
    "--json",
  );
  expect(trained.code, trained.stderr).toBe(0);
  const result = JSON.parse(trained.stdout);
  expect(result).toMatchObject({
    task: "regression",
    recipe: "houses",
    dataset: "houses",
    published: null,
    samples: { train: 168, validation: 36, test: 36 },
    baselines: [{ name: "always the mean" }, { name: "linear model" }],
  });
  const [constant] = result.baselines;
  expect(result.test.mae).toBeLessThan(constant.mae / 3);
  expect(result.importance.map(({ name }: { name: string }) => name)).toEqual(["rooms", "city", "age"]);
  expect(await readdir(join(cwd, "run"))).toEqual(
    expect.arrayContaining(["experiment.json", "model.json", "predictions.json", "report.html", "run.json"]),
  );
  const report = await readFile(join(cwd, "run", "report.html"), "utf8");
  expect(report).toContain("Predicted against actual");
  expect(report).not.toContain("Beside the published result");
  for (const heading of ["Beside simple answers", "Furthest off", "What matters most", "Columns"]) {
    expect(report).toContain(`<h2>${heading}</h2>`);
  }
  const kept = JSON.parse(await readFile(join(cwd, "run", "predictions.json"), "utf8"));
  const { data } = JSON.parse(await readFile(join(cwd, "run", "run.json"), "utf8"));
  expect(data.columns.map(({ name, kind }: { name: string; kind: string }) => `${name} ${kind}`)).toEqual([
    "id id",
    "rooms number",
    "city category",
    "age number",
    "unit constant",
    "price number",
  ]);
  // The rows of the test set are named as in the file.
  const prices = houses(240)
    .split("\n")
    .slice(1)
    .map((line) => Number(line.split(",").at(-1)));
  expect(kept.test.names).toHaveLength(36);
  for (const [at, name] of kept.test.names.entries()) {
    expect(kept.test.y[at]).toBe(prices[Number(name.replace("row ", "")) - 1]);
  }

  const evaluated = await minibatch("evaluate", "run", "--json");
  expect(JSON.parse(evaluated.stdout)).toMatchObject({ samples: 36, ...result.test });

  // In another order, with a column more, and with a city that nobody has seen.
  const asked = "note,city,age,rooms\nx,Bern,40,4\nx,Rom,40,4\n";
  await writeFile(join(cwd, "new.csv"), asked);
  const predicted = await minibatch("predict", "run", "new.csv", "--out", "out.csv");
  expect(predicted).toMatchObject({ code: 0, stdout: "2 rows in out.csv\n" });
  expect(predicted.stderr).toContain('new.csv: "Rom" in city was not there in training (row 2)');
  const [header, first, second] = (await readFile(join(cwd, "out.csv"), "utf8")).split("\n");
  expect(header).toBe("input,price");
  expect(Math.abs(Number(first?.split(",")[1]) - 405)).toBeLessThan(60);
  expect(second).toMatch(/^new\.csv row 2,\d/);
  const piped = await runCli(["predict", "run", "-", "--json"], { cwd, stdin: Readable.from([asked]) });
  expect(JSON.parse(piped.stdout).predictions.map((one: { input: string }) => one.input)).toEqual([
    "- row 1",
    "- row 2",
  ]);
  const row = await minibatch("predict", "run", "rooms=4,city=Bern,age=40", "--json");
  const [{ predicted: value }] = JSON.parse(row.stdout).predictions;
  expect(value).toBeCloseTo(Number(first?.split(",")[1]), 3);
});

it("minibatch train tells classes of a table apart, and evaluates on another one", async () => {
  const rows = houses(200).replaceAll(/,(\d+)$/gm, (_, price: string) =>
    Number(price) > 450 ? ",dear" : ",cheap",
  );
  const cwd = await folderWith({ "flats.csv": rows, "others.csv": rows.split("\n").slice(0, 50).join("\n") });
  const minibatch = (...args: string[]) => runCli(args, { cwd });
  const trained = await minibatch("train", "flats.csv", "--target", "price", ...quick, "--out", "run");
  expect(trained.code, trained.stderr).toBe(0);
  expect(trained.stdout).toMatch(
    /^\d+ of \d+ are right; on more of the same, between \d+ % and \d+ % \(95 % sure\)$/m,
  );
  expect(trained.stdout).toMatch(
    /^For comparison: always "(?:cheap|dear)" [\d.]+ %, linear model [\d.]+ %$/m,
  );
  expect(trained.stdout).toMatch(
    /^What matters most \(accuracy lost when a column is shuffled\): rooms [\d.]+ ± [\d.]+ points/m,
  );
  const other = await minibatch("evaluate", "run", "others.csv", "--json");
  expect(JSON.parse(other.stdout)).toMatchObject({ dataset: "others", samples: 49 });
  expect(JSON.parse(other.stdout).accuracy).toBeGreaterThan(0.8);
});

it("minibatch train houses.csv with the same seed twice: the same split, the same weights; with another, others", async () => {
  const cwd = await folderWith({ "houses.csv": houses(120) });
  const outcome = async (out: string, seed: string) => {
    const args = ["houses.csv", "--target", "price", ...quick, "--epochs", "3", "--seed", seed, "--out", out];
    const { code, stderr } = await runCli(["train", ...args], { cwd });
    expect(code, stderr).toBe(0);
    const { testRows } = JSON.parse(await readFile(join(cwd, out, "run.json"), "utf8")).data;
    return { testRows, weights: await hashOf(cwd, out) };
  };
  const first = await outcome("first", "7");
  expect(await outcome("second", "7")).toEqual(first);
  const other = await outcome("other", "8");
  expect(other.testRows).not.toEqual(first.testRows);
  expect(other.weights).not.toBe(first.weights);
});

it("minibatch train experiment.json, from another folder, ends with the same weights", async () => {
  const cwd = await folderWith({ "houses.csv": houses(120) });
  const first = await runCli(["train", "houses.csv", "--target", "price", ...quick, "--seed", "3"], { cwd });
  expect(first.code, first.stderr).toBe(0);
  await mkdir(join(cwd, "elsewhere"));
  const again = await runCli(["train", "../runs/houses-1/experiment.json", "--backend", "wasm", "--quiet"], {
    cwd: join(cwd, "elsewhere"),
  });
  expect(again.code, again.stderr).toBe(0);
  const run = ["runs", "houses-1"];
  expect(await hashOf(cwd, "elsewhere", ...run)).toBe(await hashOf(cwd, ...run));
});

it("minibatch train --resume goes on with a run on a table", async () => {
  const cwd = await folderWith({ "houses.csv": houses(120) });
  const train = (...args: string[]) => runCli(["train", ...args, "--backend", "wasm", "--quiet"], { cwd });
  const whole = await train("houses.csv", "--target", "price", "--epochs", "4", "--out", "whole");
  expect(whole.code, whole.stderr).toBe(0);
  expect((await train("houses.csv", "--target", "price", "--epochs", "2", "--out", "parts")).code).toBe(0);
  const resumed = await train("--resume", "parts", "--epochs", "4");
  expect(resumed.code, resumed.stderr).toBe(0);
  const weights = (run: string) => readFile(join(cwd, run, "weights.bin"));
  expect(await weights("parts")).toEqual(await weights("whole"));
});

it("minibatch train houses.csv --dry-run says the plan, and trains nothing", async () => {
  const cwd = await folderWith({ "houses.csv": houses(240) });
  const { code, stdout } = await runCli(
    ["train", "houses.csv", "--target", "price", "--dry-run", "--backend", "wasm"],
    { cwd },
  );
  expect(code).toBe(0);
  expect(stdout.replace(/^(?:about \d+ (?:s|min)|a few seconds) for/m, "some time for")).toBe(
    [
      "houses  Dense 128, Dense 64, 9,217 parameters",
      "houses: 240 rows, 6 columns; to predict price: values",
      "inputs from 2 number, 1 category",
      '"id" is left out: it names the rows (240 different values in 240 rows)',
      '"unit" is left out: every row has "CHF"',
      "split by what rows hold: 168 training, 36 validation, 36 test",
      "at most 300 epochs of batches of 32, adam 0.003, seed 1",
      "some time for all epochs on wasm, measured by a few batches",
      "Nothing was trained: leave out --dry-run to do it.",
      "",
    ].join("\n"),
  );
  expect(existsSync(join(cwd, "runs"))).toBe(false);
});

it.for([
  [
    ["houses.csv"],
    2,
    "Say which column of houses.csv to predict: --target price\nIts columns: id, rooms, city, age, unit, price",
  ],
  [
    ["remarks.csv"],
    2,
    "Say which column of remarks.csv to predict: --target price\nIts columns: rooms, price, remarks",
  ],
  [["houses.csv", "--target", "prize"], 1, 'The table has no column "prize". Is "price" meant?'],
  [["houses.csv", "--target", "unit"], 1, 'The target "unit" has "CHF" in every row.'],
  [["houses.csv", "--target", "city", "--task", "regression"], 1, "which is no number"],
  [["houses.csv", "--target", "price", "--grey"], 2, "houses.csv is a table, and --grey is for pictures."],
  [["one.csv", "--target", "a"], 1, 'The table has 1 rows with a value of "a", and at least 10 are needed'],
  [["page.csv", "--target", "a"], 1, "The file is a PDF, not text."],
  [["no.csv", "--target", "a"], 2, "There is no file or folder no.csv."],
  [["digits-cnn", "--target", "a"], 2, "digits-cnn is a recipe, and --target is for data of your own."],
  [["bad.json"], 1, 'bad.json, line 3: model.cmn is unknown. Is "cnn" meant?'],
  [["houses.xyz"], 2, "houses.xyz is neither a table"],
] as const)(
  "minibatch train %j is refused in words, and leaves nothing behind",
  async ([args, exit, message]) => {
    const cwd = await folderWith({
      "houses.csv": houses(60),
      "one.csv": "a,b\n1,2\n",
      "remarks.csv": `rooms,price,remarks\n${Array.from({ length: 40 }, (_, at) => `${at % 5},${at * 10 + (at % 7)},${at % 8 ? "" : "new"}\n`).join("")}`,
      "page.csv": "%PDF-1.4",
      "bad.json":
        '{\n  "name": "x", "data": { "table": "houses.csv", "target": "price" },\n  "model": { "cmn": {} }\n}',
      "houses.xyz": "",
    });
    const { code, stderr, stdout } = await runCli(["train", ...args], { cwd });
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect([code, stdout]).toEqual([exit, ""]);
    expect(existsSync(join(cwd, "runs"))).toBe(false);
  },
);
