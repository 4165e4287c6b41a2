import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { temporaryFolder } from "@minibatch/testing";
import { encode as encodeJpeg } from "jpeg-js";
import { encode as encodePng } from "fast-png";
import { expect, it } from "vitest";
import { runCli } from "./runCli.ts";

// What goes wrong with data of one's own, each fault planted into data that are sound otherwise.

const side = 24;

/** A pixel of a picture of bars that lie or stand, each a little different. */
function grey(standing: boolean, number: number, x: number, y: number): number {
  const along = standing ? x : y;
  return (Math.floor((along + number) / 3) % 2 ? 180 : 20) + ((x * 31 + y * 17 + number * 101) % 41);
}

function png(standing: boolean, number: number): Uint8Array {
  const data = Uint8Array.from({ length: side * side }, (_, at) =>
    grey(standing, number, at % side, Math.floor(at / side)),
  );
  return encodePng({ width: side, height: side, data, channels: 1 });
}

function jpeg(standing: boolean, number: number): Uint8Array {
  const data = Uint8Array.from({ length: side * side * 4 }, (_, at) =>
    at % 4 === 3 ? 255 : grey(standing, number, (at >> 2) % side, Math.floor((at >> 2) / side)),
  );
  return encodeJpeg({ width: side, height: side, data }, 90).data;
}

/** A folder of 12 pictures in each of two classes, and what is planted there. */
async function pictures(planted: Readonly<Record<string, Uint8Array | string>>): Promise<string> {
  const cwd = await temporaryFolder();
  const files: Record<string, Uint8Array | string> = { ...planted };
  for (let number = 0; number < 12; number += 1) {
    files[`bars/lying/${number}.png`] = png(false, number);
    files[`bars/standing/${number}.png`] = png(true, number);
  }
  for (const [path, contents] of Object.entries(files)) {
    await mkdir(dirname(join(cwd, path)), { recursive: true });
    if (contents !== "") await writeFile(join(cwd, path), contents === "nothing" ? "" : contents);
  }
  return cwd;
}

/** What is said before training on those pictures. */
async function planOf(planted: Readonly<Record<string, Uint8Array | string>>) {
  const cwd = await pictures(planted);
  const before = await readdir(cwd);
  const cache = await temporaryFolder();
  const run = await runCli(["train", "bars", "--dry-run", "--cache-dir", cache], { cwd });
  expect(run.stderr + run.stdout).not.toMatch(/\n\s+at /);
  // Nothing is written beside the data.
  expect(await readdir(cwd)).toEqual(before);
  return run;
}

const sound = "24 pictures in 2 classes: lying 12 · standing 12";

it("minibatch train names a JPEG that ends early, and goes on without it", async () => {
  const whole = jpeg(true, 30);
  const { code, stdout } = await planOf({
    "bars/standing/torn.jpg": whole.subarray(0, Math.floor(whole.length * 0.6)),
  });
  expect([code, stdout]).toEqual([0, expect.stringContaining(sound)]);
  expect(stdout).toMatch(/left out 1: standing\/torn\.jpg ends early/);
});

it("minibatch train names a web page that is called .png, and goes on without it", async () => {
  const { code, stdout } = await planOf({ "bars/lying/page.png": "<!doctype html><title>404</title>" });
  expect([code, stdout]).toEqual([0, expect.stringContaining(sound)]);
  expect(stdout).toMatch(/left out 1: lying\/page\.png is a web page/);
});

it("minibatch train names a HEIC picture, and goes on without it", async () => {
  const heic = new TextEncoder().encode("\0\0\0\u0018ftypheic\0\0\0\0mif1heic".padEnd(400, "\0"));
  const { code, stdout } = await planOf({ "bars/lying/phone.heic": heic });
  expect([code, stdout]).toEqual([0, expect.stringContaining(sound)]);
  expect(stdout).toMatch(/left out 1: lying\/phone\.heic .*HEIC/);
});

it("minibatch train names a file of 0 bytes, and goes on without it", async () => {
  const { code, stdout } = await planOf({ "bars/standing/empty.png": "nothing" });
  expect([code, stdout]).toEqual([0, expect.stringContaining(sound)]);
  expect(stdout).toMatch(/left out 1: standing\/empty\.png .*0 bytes/);
});

it("minibatch train takes no hidden folder for a class", async () => {
  const { code, stdout } = await planOf({
    "bars/.ipynb_checkpoints/1.png": png(true, 50),
    "bars/__MACOSX/lying/._1.png": "x",
    "bars/lying/Thumbs.db": "x",
    "bars/.DS_Store": "x",
  });
  expect([code, stdout]).toEqual([0, expect.stringContaining(sound)]);
  expect(stdout).not.toMatch(/left out|ipynb|MACOSX/);
});

it("minibatch train refuses an empty class by its name", async () => {
  const cwd = await pictures({ "bars/cats/readme.txt": "" });
  const { code, stdout, stderr } = await runCli(["train", "bars", "--cache-dir", join(cwd, "cache")], {
    cwd,
  });
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(/^error: .*cats/);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(existsSync(join(cwd, "runs"))).toBe(false);
});

it("minibatch train names a picture that is in two classes", async () => {
  const { code, stdout } = await planOf({ "bars/lying/other.png": png(true, 3) });
  expect(code).toBe(0);
  expect(stdout).toMatch(/lying\/other\.png .*standing\/3\.png|standing\/3\.png .*lying\/other\.png/);
});

/** 120 flats, of which some lack the rent. */
const flats = [
  "id,rooms,city,rent",
  ...Array.from({ length: 120 }, (_, row) => {
    const rooms = 1 + ((row * 7) % 6);
    const rent = 200 * rooms + ((row * 37) % 50);
    return `${row + 1},${rooms},${["Bern", "Genf", "Chur"][row % 3]},${row % 40 === 5 ? "" : rent}`;
  }),
  "",
].join("\n");

it("minibatch train leaves out a column that names the rows, and says so", async () => {
  const cwd = await temporaryFolder();
  await writeFile(join(cwd, "flats.csv"), flats);
  const { code, stdout } = await runCli(["train", "flats.csv", "--target", "rent", "--dry-run"], { cwd });
  expect(code).toBe(0);
  expect(stdout).toContain('"id" is left out: it names the rows (120 different values in 120 rows)');
  expect(await readdir(cwd)).toEqual(["flats.csv"]);
});

it("minibatch train leaves out rows that have no target, and counts them", async () => {
  const cwd = await temporaryFolder();
  await writeFile(join(cwd, "flats.csv"), flats);
  const { code, stdout } = await runCli(["train", "flats.csv", "--target", "rent", "--dry-run"], { cwd });
  expect(code).toBe(0);
  expect(stdout).toContain("flats: 117 rows, 4 columns; to predict rent: values");
  expect(stdout).toContain('3 rows have no "rent" and are left out');
  expect(await readdir(cwd)).toEqual(["flats.csv"]);
});

it("minibatch predict names a category that training never saw, and predicts the row all the same", async () => {
  const cwd = await temporaryFolder();
  await writeFile(join(cwd, "flats.csv"), flats);
  await writeFile(join(cwd, "new.csv"), "city,rooms\nBern,3\nRom,3\n");
  const trained = await runCli(
    [
      "train",
      "flats.csv",
      "--target",
      "rent",
      "--epochs",
      "3",
      "--backend",
      "wasm",
      "--quiet",
      "--out",
      "run",
    ],
    { cwd },
  );
  expect(trained.code, trained.stderr).toBe(0);
  const { code, stdout, stderr } = await runCli(["predict", "run", "new.csv", "--out", "p.csv"], { cwd });
  expect([code, stdout]).toEqual([0, "2 rows in p.csv\n"]);
  expect(stderr).toContain('new.csv: "Rom" in city was not there in training (row 2)');
  expect(await readFile(join(cwd, "p.csv"), "utf8")).toMatch(
    /^input,rent\nnew\.csv row 1,[\d.]+\nnew\.csv row 2,[\d.]+\n$/,
  );
  // And nothing that was half-written.
  expect((await readdir(cwd)).toSorted()).toEqual(["flats.csv", "new.csv", "p.csv", "run"]);
});
