import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encode } from "fast-png";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunRecord } from "../src/run/RunRecord.ts";
import { type CliRun, runCli } from "./runCli.ts";

/** One run that all tests look at: small, on built-in data. */
const command = [
  "train",
  "digits-cnn",
  "--limit",
  "256",
  "--epochs",
  "1",
  "--batch-size",
  "32",
  "--backend",
  "wasm",
];
let cwd: string;
let training: CliRun;

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), "minibatch-test-"));
  training = await runCli([...command, "--json"], { cwd });
});
afterAll(() => rm(cwd, { recursive: true, force: true }));

const run = () => join(cwd, "runs", "digits-cnn-1");
const read = (file: string) => readFile(join(run(), file), "utf8");

describe("minibatch train <recipe>", () => {
  it("prints one JSON object with --json, and progress on standard error", () => {
    expect(training.code).toBe(0);
    const result = JSON.parse(training.stdout);
    expect(result).toMatchObject({
      recipe: "digits-cnn",
      dataset: "synthetic-digits",
      backend: "wasm",
      parameters: 34_826,
      seed: 1,
      epochs: 1,
      settings: { limit: 256, batchSize: 32 },
      out: join("runs", "digits-cnn-1"),
    });
    expect(result.history.loss).toHaveLength(1);
    expect(result.test.accuracy).toBeGreaterThan(0);
    expect(training.stderr).toMatch(/Epoch 1\/1 {2}loss \d/);
    expect(training.stderr).not.toContain("\u001B");
  });

  it("fills the run folder and leaves nothing half-written in it", async () => {
    const files = (await readdir(run(), { recursive: true })).map((name) =>
      name.replace(/\d{10}/, "<seconds>"),
    );
    expect(files.sort()).toEqual([
      "checkpoint",
      join("checkpoint", "latest.safetensors"),
      "confusion-matrix.json",
      "events.out.tfevents.<seconds>.minibatch",
      "experiment.json",
      "history.csv",
      "model.json",
      "plots",
      ...["confusion-matrix", "learning-curves", "test-samples", "worst-mistakes"].flatMap((name) => [
        join("plots", `${name}.png`),
        join("plots", `${name}.svg`),
      ]),
      "report.html",
      "run.json",
      "samples.json",
      "weights.bin",
    ]);
    const record = JSON.parse(await read("run.json"));
    expect(record).toMatchObject({
      status: "done",
      recipe: "digits-cnn",
      result: JSON.parse(training.stdout),
    });
    expect(record.versions).toMatchObject({ node: process.versions.node, "@tensorflow/tfjs-core": "4.22.0" });
    expect((await read("history.csv")).trim().split("\n")).toHaveLength(2);
    expect(await read("plots/learning-curves.svg")).toMatch(/^<svg/);
  });

  it("trains to the same weights with the same seed, and shows a person how it went", async () => {
    const again = await runCli(command, { cwd, tty: true, env: { NO_COLOR: "1" } });
    expect(again.code).toBe(0);
    for (const words of ["Confusion matrix", "Test accuracy", "Published", "Try next:", "report.html"]) {
      expect(again.stdout).toContain(words);
    }
    expect(Math.max(...again.stdout.split("\n").map((line) => line.length))).toBeLessThan(160);
    expect(again.stdout).toContain(join("runs", "digits-cnn-2"));
    // How far it is, and how long it takes: trainProgress.test.ts.
    expect(again.stderr).toContain("━");
    const weights = await readFile(join(cwd, "runs", "digits-cnn-2", "weights.bin"));
    expect(weights.equals(await readFile(join(run(), "weights.bin")))).toBe(true);
  });

  it("computes with as many threads as --threads says, to the same weights", async () => {
    const out = join(cwd, "three");
    expect((await runCli([...command, "--threads", "3", "--out", out], { cwd })).code).toBe(0);
    const { machine } = JSON.parse(await readFile(join(out, "run.json"), "utf8")) as RunRecord;
    expect(machine.device).toContain("3 threads");
    const weights = await readFile(join(out, "weights.bin"));
    expect(weights.equals(await readFile(join(run(), "weights.bin")))).toBe(true);
  });

  it("takes --threads for wasm only", async () => {
    const out = join(cwd, "threads");
    const words = ["train", "digits-cnn", "--backend", "cpu", "--threads", "2", "--out", out];
    const { code, stdout, stderr } = await runCli(words, { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("--threads 2 is for the wasm backend");
    expect(existsSync(out)).toBe(false);
    for (const others of [
      ["evaluate", run()],
      ["predict", run(), "synthetic-digits:test:0"],
    ]) {
      const { code, stdout, stderr } = await runCli([...others, "--backend", "cpu", "--threads", "2"], {
        cwd,
      });
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toContain("--threads 2 is for the wasm backend");
    }
  });

  it("evaluates and predicts with as many threads as --threads says, to the same numbers", async () => {
    const told = async (...words: readonly string[]) =>
      JSON.parse((await runCli([...words, "--json"], { cwd })).stdout) as Record<string, unknown>;
    const evaluated = async (threads: string) => {
      const { device, ...numbers } = await told("evaluate", run(), "--threads", threads);
      return { device, numbers };
    };
    const [one, three] = [await evaluated("1"), await evaluated("3")];
    expect(one.device).not.toContain("threads");
    expect(three.device).toContain("3 threads");
    expect(three.numbers).toEqual(one.numbers);
    const predicted = (threads: string) =>
      told("predict", run(), "synthetic-digits:test:0", "--threads", threads);
    expect(await predicted("3")).toEqual(await predicted("1"));
  });

  it("refuses a folder that holds a run", async () => {
    const { code, stderr } = await runCli([...command, "--out", run()], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("--resume");
  });

  it("writes nothing when it cannot begin", async () => {
    const empty = join(cwd, "empty");
    const options = ["--offline", "--cache-dir", join(cwd, "cache")];
    const { code, stdout, stderr } = await runCli(["train", "mnist-mlp-512", ...options, "--out", empty], {
      cwd,
    });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/offline/i);
    expect(stderr).not.toContain("    at ");
    expect(existsSync(empty)).toBe(false);
  });
});

describe("minibatch train --resume <dir>", () => {
  const resume = (...args: string[]) => runCli(["train", "--resume", run(), ...args], { cwd });

  it("says that a finished run is finished", async () => {
    const { code, stderr } = await resume();
    expect(code).toBe(2);
    expect(stderr).toContain("is finished");
  });

  it.each([
    [["--seed", "2"]],
    [["--batch-size", "64"]],
    [["--limit", "10"]],
    [["--optimizer", "sgd"]],
    [["--weight-decay", "0.1"]],
    [["--nesterov"]],
    [["--backend", "cpu"]],
    [["--out", "elsewhere"]],
  ])("refuses %j, which contradicts the run", async (args) => {
    const { code, stderr } = await resume(...args);
    expect(code).toBe(2);
    expect(stderr).toContain("A resumed run keeps its settings");
  });

  it("refuses fewer epochs, another recipe and a folder without a run", async () => {
    expect((await runCli(["train", "mnist-softmax", "--resume", run()], { cwd })).stderr).toContain(
      "the recipe",
    );
    const nothing = await runCli(["train", "--resume", join(cwd, "nothing")], { cwd });
    expect(nothing).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("There is no run in nothing:"),
    });
  });
});

describe("minibatch train --resume <dir> --epochs <more>", () => {
  it("trains a finished run further, to the weights of a run that long", async () => {
    const more = command.map((word) => (word === "1" ? "2" : word));
    await cp(run(), join(cwd, "grown"), { recursive: true });
    const grown = await runCli(["train", "--resume", "grown", "--epochs", "2", "--json"], { cwd });
    expect(JSON.parse(grown.stdout)).toMatchObject({ epochs: 2, settings: { epochs: 2 } });
    expect((await runCli([...more, "--quiet", "--out", "long"], { cwd })).code).toBe(0);
    for (const file of ["weights.bin", "history.csv"]) {
      const [first, second] = await Promise.all(
        ["grown", "long"].map((name) => readFile(join(cwd, name, file))),
      );
      expect(second?.equals(first ?? Buffer.of()), file).toBe(true);
    }
  });

  it("starts over when a run was killed before its first checkpoint", async () => {
    const record = JSON.parse(await read("run.json"));
    const killed = join(cwd, "killed");
    await mkdir(killed);
    const { result: _, ...rest } = { ...record, status: "running" };
    await writeFile(join(killed, "run.json"), JSON.stringify(rest));
    const { code, stderr } = await runCli(["train", "--resume", "killed", "--json"], { cwd });
    expect(code).toBe(0);
    expect(stderr).toContain("no checkpoint yet");
    expect(await readFile(join(killed, "weights.bin"))).toEqual(await readFile(join(run(), "weights.bin")));
  });

  it("refuses a damaged checkpoint", async () => {
    const damaged = join(cwd, "damaged");
    await cp(join(cwd, "grown"), damaged, { recursive: true });
    const file = join(damaged, "checkpoint", "latest.safetensors");
    const bytes = await readFile(file);
    bytes[bytes.length - 1] = 255 - (bytes.at(-1) ?? 0);
    await writeFile(file, bytes);
    const { code, stderr } = await runCli(["train", "--resume", "damaged", "--epochs", "3"], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain("checkpoint");
    expect(JSON.parse(await readFile(join(damaged, "run.json"), "utf8")).status).toBe("done");
  });
});

describe("minibatch evaluate <run>", () => {
  it("measures on the dataset of the model", async () => {
    const { code, stdout } = await runCli(["evaluate", run(), "--limit", "100", "--json"], { cwd });
    const result = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(result).toMatchObject({ dataset: "synthetic-digits", samples: 100 });
    expect(result.perClass).toHaveLength(10);
    expect(result.confusionMatrix.flat().reduce((sum: number, count: number) => sum + count, 0)).toBe(100);
  });

  it("gives on the whole test set what training gave", async () => {
    const { stdout } = await runCli(["evaluate", run(), "--json"], { cwd });
    const { accuracy, loss, confusionMatrix } = JSON.parse(stdout);
    expect({ accuracy, loss }).toEqual(JSON.parse(training.stdout).test);
    expect(confusionMatrix).toEqual(JSON.parse(await read("confusion-matrix.json")).matrix);
  });

  it("names datasets that do not exist", async () => {
    const { code, stderr } = await runCli(["evaluate", run(), "--dataset", "minst"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('Did you mean "mnist"?');
  });
});

describe("minibatch predict <run> <image...>", () => {
  it("takes samples of datasets and PNG files", async () => {
    const data = new Uint8Array(200 * 100).fill(255);
    for (let y = 10; y < 90; y++) data.fill(0, y * 200 + 120, y * 200 + 130);
    await writeFile(join(cwd, "one.png"), encode({ width: 200, height: 100, channels: 1, data }));
    const args = ["predict", run(), "synthetic-digits:test:0", "one.png"];
    const { code, stdout } = await runCli([...args, "--json"], { cwd });
    expect(code).toBe(0);
    const { predictions } = JSON.parse(stdout);
    expect(predictions.map((one: { input: string }) => one.input)).toEqual([
      "synthetic-digits:test:0",
      "one.png",
    ]);
    expect(predictions[0].label).toMatch(/^\d$/);
    expect(predictions[1]).not.toHaveProperty("label");
    const total = Object.values<number>(predictions[1].probabilities).reduce((sum, share) => sum + share, 0);
    expect(total).toBeCloseTo(1, 5);
    const shown = await runCli(args, { cwd });
    expect(shown.stdout).toMatch(/[▀▄█]/);
    expect(shown.stdout).toMatch(/\d\.\d %/);
  });

  it("takes samples in any order, the same one twice, and says the same of each as alone", async () => {
    const inputs = ["test:3", "train:1", "test:0", "test:3"].map((row) => `synthetic-digits:${row}`);
    const predictionsOf = async (...asked: string[]) => {
      const { stdout } = await runCli(["predict", run(), ...asked, "--json"], { cwd });
      return (JSON.parse(stdout) as { predictions: { probabilities: Record<string, number> }[] }).predictions;
    };
    const together = await predictionsOf(...inputs);
    for (const [index, input] of inputs.entries()) {
      const [alone] = await predictionsOf(input);
      expect(together[index]).toMatchObject({ input, label: expect.stringMatching(/^\d$/) as string });
      for (const [name, probability] of Object.entries(alone?.probabilities ?? {}))
        expect(together[index]?.probabilities[name]).toBeCloseTo(probability, 5);
    }
  });

  it.each([
    ["nowhere.png", 2, "There is no file or folder nowhere.png."],
    // Folders are looked through.
    ["runs/digits-cnn-1/checkpoint", 1, "latest.safetensors cannot be used: it is no picture"],
    ["runs/digits-cnn-1/run.json", 1, "cannot be used"],
    ["synthetic-digits:test:99999999", 2, "samples, 0 to"],
    ["imagenet:test:1", 2, 'no dataset "imagenet"'],
  ])("says what is wrong with %s", async (image, code, words) => {
    const result = await runCli(["predict", run(), image], { cwd });
    expect(result).toMatchObject({ code, stdout: "", stderr: expect.stringContaining(words) });
  });
});

describe("minibatch report <run>", () => {
  it("writes the same page again from the folder alone", async () => {
    const before = await read("report.html");
    await writeFile(join(run(), "report.html"), "");
    const { code, stdout } = await runCli(["report", run(), "--json"], { cwd });
    expect({ code, report: JSON.parse(stdout).report }).toEqual({
      code: 0,
      report: join("runs", "digits-cnn-1", "report.html"),
    });
    expect(await read("report.html")).toBe(before);
  });

  it("makes a page that needs nothing else", async () => {
    const page = await read("report.html");
    expect(page.length).toBeLessThan(2e6);
    expect(page).toContain("<title>digits-cnn: ");
    expect(page.match(/<svg/g)).toHaveLength(2);
    // Names of formats look like addresses but are not fetched.
    expect(page.replaceAll(/xmlns(:xlink)?="[^"]*"/g, "")).not.toMatch(/https?:|<script|<link|url\(/);
    for (const image of page.match(/<img[^>]*>/g) ?? [])
      expect(image).toMatch(/src="data:image\/png;.* alt="Test/);
  });
});
