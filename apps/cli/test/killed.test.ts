import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "@minibatch/testing";
import { expect, it } from "vitest";

// What is published: `npm test` builds it before the tests run.
const bin = fileURLToPath(new URL("../dist/node/bin.js", import.meta.url));

/** Runs the built command as a process. */
function start(argv: readonly string[], cwd: string) {
  const child = spawn(process.execPath, [bin, ...argv], {
    cwd,
    env: { PATH: process.env["PATH"] },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let stderr = "";
  child.stderr.on("data", (bytes: Buffer) => (stderr += bytes.toString()));
  const ended = new Promise<{ code: number | null; signal: string | null; stderr: string }>(
    (resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code, signal) => resolve({ code, signal, stderr }));
    },
  );
  return { child, ended };
}

function run(argv: readonly string[], cwd: string) {
  return start(argv, cwd).ended;
}

// An epoch of 50 steps takes some 0.3 s where nothing else runs.
const settings = [
  "--limit",
  "800",
  "--epochs",
  "2",
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

  const { child, ended } = start([...train, "--out", "killed"], cwd);
  // The checkpoint of the first epoch is in its place: the second one is running.
  const checkpoint = join(cwd, "killed", "checkpoint", "latest.safetensors");
  while (child.exitCode === null && !existsSync(checkpoint)) await setTimeout(10);
  await setTimeout(50);
  child.kill("SIGKILL");
  const killed = await ended;
  expect(killed).toMatchObject({ code: null, signal: "SIGKILL" });
  expect(killed.stderr).not.toContain("Epoch 2/2");
  expect(existsSync(join(cwd, "killed", "model.json"))).toBe(false);

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
