import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "@minibatch/testing";
import { expect, it } from "vitest";

// What is published: `npm test` builds it before the tests run.
const bin = fileURLToPath(new URL("../dist/bin.js", import.meta.url));

/**
 * Runs the built command as a process.
 *
 * @param killAfter what standard error shows a while before the process is killed, as by `kill -9`
 */
function run(argv: readonly string[], cwd: string, killAfter?: string) {
  return new Promise<{ code: number | null; signal: string | null; stderr: string }>((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...argv], {
      cwd,
      env: { PATH: process.env["PATH"] },
      stdio: ["ignore", "ignore", "pipe"],
    });
    let stderr = "";
    child.stderr.on("data", (bytes: Buffer) => {
      const before = stderr;
      stderr += bytes.toString();
      if (killAfter === undefined || before.includes(killAfter) || !stderr.includes(killAfter)) return;
      setTimeout(() => child.kill("SIGKILL"), 100);
    });
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal, stderr }));
  });
}

// An epoch of 50 steps takes some 0.3 s where nothing else runs.
const settings = [
  "--limit",
  "1600",
  "--epochs",
  "3",
  "--batch-size",
  "16",
  "--backend",
  "wasm",
  "--seed",
  "5",
];
const train = ["train", "digits-cnn", ...settings];

it("minibatch train --resume after kill -9 in the middle of an epoch ends with the weights of a whole run", async () => {
  const cwd = await temporaryFolder();
  expect(await run([...train, "--out", "whole", "--quiet"], cwd)).toMatchObject({ code: 0 });

  const killed = await run([...train, "--out", "killed"], cwd, "Epoch 1/2");
  expect(killed).toMatchObject({ code: null, signal: "SIGKILL" });
  expect(killed.stderr).not.toContain("Epoch 2/2");
  expect(existsSync(join(cwd, "killed", "model.json"))).toBe(false);
  expect(await readdir(join(cwd, "killed", "checkpoint"))).toContain("latest.safetensors");

  const resumed = await run(["train", "--resume", "killed"], cwd);
  expect(resumed).toMatchObject({ code: 0 });
  // It goes on from the end of the first epoch: that one is not trained again.
  expect(resumed.stderr).not.toContain("Epoch 1/2");
  expect(resumed.stderr).toContain("Epoch 2/2");
  for (const file of ["weights.bin", "history.csv", "confusion-matrix.json"]) {
    const [whole, other] = await Promise.all(
      ["whole", "killed"].map((folder) => readFile(join(cwd, folder, file))),
    );
    expect(other?.equals(whole ?? Buffer.of()), file).toBe(true);
  }
}, 120_000);
