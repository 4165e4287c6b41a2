import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { temporaryFolder } from "@minibatch/testing";
import { encode } from "fast-png";
import { expect, it } from "vitest";
import { runCli } from "./runCli.ts";

/** A picture of bars that lie or stand, each a little different. */
function bars(standing: boolean, number: number): Uint8Array {
  const side = 24;
  const data = new Uint8Array(side * side);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const along = standing ? x : y;
      const noise = (x * 31 + y * 17 + number * 101) % 41;
      data[y * side + x] = (Math.floor((along + number) / 3) % 2 ? 180 : 20) + noise;
    }
  }
  return encode({ width: side, height: side, data, channels: 1 });
}

async function folderOfBars(each: number): Promise<string> {
  const cwd = await temporaryFolder();
  for (const name of ["lying", "standing"]) {
    await mkdir(join(cwd, "bars", name), { recursive: true });
    for (let number = 0; number < each; number += 1) {
      await writeFile(join(cwd, "bars", name, `${number}.png`), bars(name === "standing", number));
    }
  }
  return cwd;
}

it("minibatch train ./bars says what it found and left out, learns it, and predicts a folder with broken files", {
  timeout: 240_000,
}, async () => {
  const cwd = await folderOfBars(30);
  await mkdir(join(cwd, "bars", ".ipynb_checkpoints"));
  const whole = bars(true, 77);
  await writeFile(join(cwd, "bars", "lying", "page.png"), "<!doctype html><title>404</title>");
  await writeFile(join(cwd, "bars", "lying", "empty.png"), "");
  await writeFile(join(cwd, "bars", "standing", "torn.png"), whole.subarray(0, whole.length / 2));
  await writeFile(join(cwd, "bars", "standing", "same.png"), bars(true, 3));
  const minibatch = (...args: string[]) => runCli([...args, "--cache-dir", join(cwd, "cache")], { cwd });
  const trained = await minibatch(
    "train",
    "bars",
    "--backend",
    "wasm",
    "--epochs",
    "12",
    "--out",
    "run",
    "--json",
  );
  expect(trained.code, trained.stderr).toBe(0);
  for (const part of [
    "bars: 60 pictures in 2 classes: lying 30 · standing 30",
    "left out 4: ",
    "lying/page.png is a web page",
    "lying/empty.png ",
    "standing/torn.png ",
    "standing/same.png ",
    "24x24 in grey, padded",
  ]) {
    expect(trained.stderr).toContain(part);
  }
  const result = JSON.parse(trained.stdout);
  expect(result.baselines.map(({ name }: { name: string }) => name)).toEqual([
    expect.stringMatching(/^always "(?:lying|standing)"$/),
    "linear model",
  ]);
  expect(result.test.accuracy).toBeGreaterThan(0.7);
  const report = await readFile(join(cwd, "run", "report.html"), "utf8");
  expect(report).toContain("<h2>Beside simple answers</h2>");
  expect(report).toContain("<li>lying/page.png is a web page");
  const { mistakes } = JSON.parse(await readFile(join(cwd, "run", "samples.json"), "utf8"));
  for (const { name } of mistakes) expect(report).toContain(`<span class="file">${name}</span>`);

  const evaluated = await minibatch("evaluate", "run", "--json");
  expect(JSON.parse(evaluated.stdout)).toMatchObject({
    samples: result.samples.test,
    accuracy: result.test.accuracy,
  });

  await mkdir(join(cwd, "new"));
  for (let number = 40; number < 1038; number += 1) {
    await writeFile(join(cwd, "new", `${number}.png`), bars(number % 2 === 1, number));
  }
  await writeFile(join(cwd, "new", "broken.png"), whole.subarray(0, 50));
  await writeFile(join(cwd, "new", "page.jpg"), "<html>Not found</html>");
  const predicted = await minibatch("predict", "run", "new", "--out", "p.csv");
  expect(predicted.code).toBe(1);
  expect(predicted.stdout).toMatch(/^998 rows in p\.csv\nnew\/broken\.png \S.*\nnew\/page\.jpg \S/);
  // A header, and a row for each picture that could be read.
  const lines = (await readFile(join(cwd, "p.csv"), "utf8")).trim().split("\n");
  expect(lines).toHaveLength(999);
  expect(lines[0]).toBe("input,class,probability,lying,standing");
  const right = lines.slice(1).filter((line) => {
    const [file = "", answer] = line.split(",");
    return answer === (Number(/(\d+)\.png/.exec(file)?.[1]) % 2 === 1 ? "standing" : "lying");
  });
  expect(right.length).toBeGreaterThanOrEqual(0.75 * 998);
});

it("minibatch train ./bars with the same seed twice: the same split, the same weights; with another, others", async () => {
  const cwd = await folderOfBars(12);
  /** The files of the test set, how many of each class each part has, and the SHA-256 of the weights. */
  const outcome = async (out: string, seed: string) => {
    // Decoded anew each time: what is kept of the first run must not be what makes the second equal.
    const options = ["--epochs", "2", "--seed", seed, "--backend", "wasm", "--quiet", "--out", out];
    const { code, stderr } = await runCli(["train", "bars", ...options, "--cache-dir", `${out}-cache`], {
      cwd,
    });
    expect(code, stderr).toBe(0);
    const json = async (name: string) => JSON.parse(await readFile(join(cwd, out, name), "utf8"));
    const { samples } = await json("samples.json");
    const weights = createHash("sha256").update(await readFile(join(cwd, out, "weights.bin")));
    return {
      tested: samples.map(({ name }: { name: string }) => name),
      counts: (await json("run.json")).data.counts,
      weights: weights.digest("hex"),
    };
  };
  const first = await outcome("first", "7");
  expect(first.tested.length).toBeGreaterThan(0);
  expect(await outcome("second", "7")).toEqual(first);
  const other = await outcome("other", "8");
  expect(other.tested).not.toEqual(first.tested);
  expect(other.weights).not.toBe(first.weights);
});

it("minibatch train ./bars says that few pictures say little; its experiment.json ends with the same weights elsewhere", async () => {
  const cwd = await folderOfBars(3);
  const elsewhere = join(cwd, "elsewhere");
  await mkdir(elsewhere);
  const cache = ["--cache-dir", join(cwd, "cache")];
  const args = [
    "train",
    "bars",
    "--epochs",
    "2",
    "--seed",
    "5",
    "--backend",
    "wasm",
    "--out",
    "run",
    ...cache,
  ];
  const { code, stderr } = await runCli(args, { cwd });
  expect(code, stderr).toBe(0);
  const again = await runCli(["train", "../run/experiment.json", "--quiet", "--out", "run", ...cache], {
    cwd: elsewhere,
  });
  expect(again.code, again.stderr).toBe(0);
  const weights = (folder: string) => readFile(join(folder, "run", "weights.bin"));
  expect(await weights(elsewhere)).toEqual(await weights(cwd));
  expect(await runCli(["train", "run"], { cwd })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("run is a run. Repeat it: minibatch train run/experiment.json"),
  });
  expect(stderr).toContain(
    "few pictures: with less than some 20 in each class, what comes out is mostly chance",
  );
});

it.for([
  ["flat", 1, "flat has no sub-folders, and 1 file: put the pictures of each class into a folder of its own"],
  ["one", 1, "one has one class, only: two or more folders are needed"],
  [
    "bars",
    1,
    "bars is too small: its split is 2 training, 0 validation, 0 test, and nothing measures the result.",
  ],
  ["none", 1, "none has no sub-folders, and 0 files"],
] as const)(
  "minibatch train %s is refused in words, and leaves nothing behind",
  async ([name, exit, message]) => {
    const cwd = await folderOfBars(1);
    await mkdir(join(cwd, "none"));
    await mkdir(join(cwd, "flat"));
    await writeFile(join(cwd, "flat", "a.png"), bars(true, 1));
    await mkdir(join(cwd, "one", "only"), { recursive: true });
    await writeFile(join(cwd, "one", "only", "a.png"), bars(true, 1));
    const { code, stdout, stderr } = await runCli(["train", name, "--cache-dir", join(cwd, "cache")], {
      cwd,
    });
    expect([code, stdout]).toEqual([exit, ""]);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(existsSync(join(cwd, "runs"))).toBe(false);
  },
);
