import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runBin } from "../runBin.ts";

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
    const { code, stderr } = await runBin([...train, "--out", "whole", "--quiet"], cwd);
    if (code !== 0) throw new Error(stderr);
  }, 120_000);
  afterAll(() => rm(cwd, { recursive: true, force: true }));

  it("goes on after Ctrl-C and ends with the weights of an uninterrupted run", async () => {
    let interrupted = false;
    const cut = await runBin([...train, "--out", "cut", "--json"], cwd, (stderr, kill) => {
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

    const resumed = await runBin(["train", "--resume", "cut", "--json"], cwd);
    expect(resumed.code).toBe(0);
    expect(JSON.parse(resumed.stdout).history.loss).toHaveLength(3);
    await expectWhole("cut", "samples.json");
  });

  it("goes on after kill -9 in the middle of an epoch, and ends with the same weights", async () => {
    // The checkpoint of the first epoch is in its place: the second one is running.
    const checkpoint = join(cwd, "killed", "checkpoint", "latest.safetensors");
    const killed = await runBin([...train, "--out", "killed"], cwd, undefined, async (child) => {
      while (child.exitCode === null && !existsSync(checkpoint)) await wait(10);
      await wait(50);
      child.kill("SIGKILL");
    });
    expect(killed).toMatchObject({ code: null, signal: "SIGKILL" });
    expect(killed.stderr).not.toContain("Epoch 2/3");
    expect(existsSync(join(cwd, "killed", "model.json"))).toBe(false);

    const resumed = await runBin(["train", "--resume", "killed"], cwd);
    expect(resumed).toMatchObject({ code: 0 });
    // It goes on from the end of the first epoch: that one is not trained again.
    expect(resumed.stderr).not.toContain("Epoch 1/3");
    expect(resumed.stderr).toContain("Epoch 2/3");
    await expectWhole("killed");
  });
});
