import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { temporaryFolder } from "@minibatch/testing";
import { describe, expect, it } from "vitest";

// What is published: `npm test` builds it before the tests run.
const bin = fileURLToPath(new URL("../dist/node/bin.js", import.meta.url));

/** Runs the built command as a process; `onStderr` gets all that standard error has shown so far. */
function run(
  argv: readonly string[],
  cwd: string,
  onStderr?: (text: string, kill: (signal: NodeJS.Signals) => void) => void,
) {
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...argv], { cwd, env: { PATH: process.env["PATH"] } });
    const output = { stdout: "", stderr: "" };
    child.stdout.on("data", (bytes: Buffer) => (output.stdout += bytes.toString()));
    child.stderr.on("data", (bytes: Buffer) => {
      output.stderr += bytes.toString();
      onStderr?.(output.stderr, (signal) => child.kill(signal));
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, ...output }));
  });
}

const train = [
  "train",
  "digits-cnn",
  "--limit",
  "512",
  "--epochs",
  "3",
  "--batch-size",
  "16",
  "--backend",
  "wasm",
];

describe("the minibatch process", () => {
  it("goes on after Ctrl-C and ends with the weights of an uninterrupted run", async () => {
    const cwd = await temporaryFolder();
    const whole = await run([...train, "--out", "whole", "--quiet"], cwd);
    expect(whole.code).toBe(0);

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
    for (const file of ["weights.bin", "history.csv", "confusion-matrix.json", "samples.json"]) {
      const [first, second] = await Promise.all(
        ["whole", "cut"].map((folder) => readFile(join(cwd, folder, file))),
      );
      expect(second?.equals(first ?? Buffer.of()), file).toBe(true);
    }
  }, 60_000);

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
