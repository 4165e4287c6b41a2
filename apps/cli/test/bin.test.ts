import { type ChildProcess, execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { temporaryFolder } from "@minibatch/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

// What is published: `npm test` builds it before the tests run.
const bin = fileURLToPath(new URL("../dist/node/bin.js", import.meta.url));

/** How a process ended, and what it has shown. */
interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command as a process; `onStderr` gets all that standard error has shown so far, `meanwhile` the process. */
function run(
  argv: readonly string[],
  cwd: string,
  onStderr?: (text: string, kill: (signal: NodeJS.Signals) => void) => void,
  meanwhile?: (child: ChildProcess) => Promise<void>,
) {
  return new Promise<Ended>((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...argv], { cwd, env: { PATH: process.env["PATH"] } });
    const output = { stdout: "", stderr: "" };
    child.stdout.on("data", (bytes: Buffer) => (output.stdout += bytes.toString()));
    child.stderr.on("data", (bytes: Buffer) => {
      output.stderr += bytes.toString();
      onStderr?.(output.stderr, (signal) => child.kill(signal));
    });
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal, ...output }));
    meanwhile?.(child).catch(reject);
  });
}

// An epoch of 50 steps takes some 0.3 s where nothing else runs.
const settings = "--limit 800 --epochs 3 --batch-size 16 --backend wasm --seed 5".split(" ");
const train = ["train", "digits-cnn", ...settings];

describe("the minibatch process, interrupted", () => {
  let cwd: string;

  /** Holds the files of a run against those of one that was not interrupted. */
  async function expectWhole(folder: string, ...more: readonly string[]): Promise<void> {
    for (const file of ["weights.bin", "history.csv", "confusion-matrix.json", ...more]) {
      const [whole, other] = await Promise.all(
        ["whole", folder].map((name) => readFile(join(cwd, name, file))),
      );
      expect(other?.equals(whole ?? Buffer.of()), file).toBe(true);
    }
  }

  beforeAll(async () => {
    cwd = await mkdtemp(join(tmpdir(), "minibatch-test-"));
    const { code, stderr } = await run([...train, "--out", "whole", "--quiet"], cwd);
    if (code !== 0) throw new Error(stderr);
  }, 120_000);
  afterAll(() => rm(cwd, { recursive: true, force: true }));

  it("goes on after Ctrl-C and ends with the weights of an uninterrupted run", async () => {
    let interrupted = false;
    const cut = await run([...train, "--out", "cut", "--json"], cwd, (stderr, kill) => {
      if (interrupted || !stderr.includes("Epoch 1/3")) return;
      interrupted = true;
      // In the middle of the second epoch; twice, because npm passes on what the terminal has sent already.
      setTimeout(() => {
        kill("SIGINT");
        kill("SIGINT");
      }, 60);
    });
    expect(cut).toMatchObject({ code: 130, stdout: "" });
    expect(cut.stderr).toContain("minibatch train digits-cnn --resume cut");
    expect(JSON.parse(await readFile(join(cwd, "cut", "run.json"), "utf8"))).toMatchObject({
      status: "interrupted",
    });
    expect(existsSync(join(cwd, "cut", "model.json"))).toBe(false);

    const resumed = await run(["train", "--resume", "cut", "--json"], cwd);
    expect(resumed.code).toBe(0);
    expect(JSON.parse(resumed.stdout).history.loss).toHaveLength(3);
    await expectWhole("cut", "samples.json");
  });

  it("goes on after kill -9 in the middle of an epoch, and ends with the same weights", async () => {
    // The checkpoint of the first epoch is in its place: the second one is running.
    const checkpoint = join(cwd, "killed", "checkpoint", "latest.safetensors");
    const killed = await run([...train, "--out", "killed"], cwd, undefined, async (child) => {
      while (child.exitCode === null && !existsSync(checkpoint)) await wait(10);
      await wait(50);
      child.kill("SIGKILL");
    });
    expect(killed).toMatchObject({ code: null, signal: "SIGKILL" });
    expect(killed.stderr).not.toContain("Epoch 2/3");
    expect(existsSync(join(cwd, "killed", "model.json"))).toBe(false);

    const resumed = await run(["train", "--resume", "killed"], cwd);
    expect(resumed).toMatchObject({ code: 0 });
    // It goes on from the end of the first epoch: that one is not trained again.
    expect(resumed.stderr).not.toContain("Epoch 1/3");
    expect(resumed.stderr).toContain("Epoch 2/3");
    await expectWhole("killed");
  });
});

describe("the minibatch process", () => {
  it("fails on a truncated file of a mirror, and writes nothing", async () => {
    const cwd = await temporaryFolder();
    await mkdir(join(cwd, "mirror", "mnist"), { recursive: true });
    await writeFile(join(cwd, "mirror", "mnist", "train-images-idx3-ubyte.gz"), new Uint8Array(1000));
    const options = ["--mirror", "mirror", "--cache-dir", "cache", "--offline", "--json"];
    const { code, stdout, stderr } = await run(["train", "mnist-softmax", ...options], cwd);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("train-images-idx3-ubyte.gz");
    expect(stderr).not.toContain("    at ");
    expect((await readdir(cwd)).filter((name) => name !== "cache")).toEqual(["mirror"]);
  });

  it("starts fast and knows its version", async () => {
    const { code, stdout } = await run(["--version"], "/");
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });

  it.for(["--version", "train --help", "export --help", "datasets list --json", "datasets info mnist"])(
    "loads no TensorFlow.js for %s",
    async (line) => {
      const cwd = await temporaryFolder();
      const hook = join(cwd, "hook.mjs");
      const script = `import { createRequire } from "node:module";
process.on("exit", () => console.error(Object.keys(createRequire(import.meta.url).cache).join("\\n")));`;
      await writeFile(hook, script);
      const { stderr } = await promisify(execFile)(
        process.execPath,
        ["--import", hook, bin, ...line.split(" ")],
        { cwd },
      );
      expect(stderr).toContain("commander");
      expect(stderr).not.toContain("tfjs");
    },
  );
});
