import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { temporaryFolder } from "@minibatch/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mergedFiles, planHouses, writeHouses } from "../houseSweeps.ts";
import { bin } from "../runBin.ts";
import { runCli } from "../runCli.ts";

function start(argv: readonly string[], cwd: string) {
  return spawn(process.execPath, [bin, ...argv], { cwd, stdio: "ignore" });
}

function endOf(child: ReturnType<typeof start>): Promise<number | null> {
  return new Promise((resolve) => child.on("close", resolve));
}

describe("minibatch sweep, by several processes", () => {
  let cwd: string;
  let results: string[];

  beforeAll(async () => {
    cwd = await mkdtemp(join(tmpdir(), "minibatch-test-"));
    await planHouses(cwd, "--seeds", "1..2", "--set", "learningRate=0.001,0.003");
    await runCli(["sweep", "run", "plan.json", "--jobs", "2"], { cwd });
    results = await mergedFiles(cwd);
  }, 300_000);
  afterAll(() => rm(cwd, { recursive: true, force: true }));

  it("run takes the index from the engine, in any order, after kill -9, and comes to the same bytes", async () => {
    const other = await temporaryFolder();
    await writeHouses(other);
    await cp(join(cwd, "plan.json"), join(other, "plan.json"));
    for (const index of [2, 0]) {
      const env = { SLURM_ARRAY_TASK_ID: String(index) };
      const run = await runCli(["sweep", "run", "plan.json", "--threads", "1", "--quiet"], {
        cwd: other,
        env,
      });
      expect(run.code).toBe(0);
    }
    const killed = start(["sweep", "run", "plan.json", "--index", "1"], other);
    const ended = endOf(killed);
    const folders = join(other, "plan");
    const begun = async () => (await readdir(folders)).find((name) => name.startsWith("0001-"));
    while (killed.exitCode === null && !(await begun())) await setTimeout(20);
    await setTimeout(150);
    killed.kill("SIGKILL");
    await ended;
    const half = await runCli(["sweep", "merge", "plan.json"], { cwd: other });
    expect(half.code).toBe(1);
    expect(half.stdout).toContain("have not ended yet");
    const rest = await runCli(["sweep", "run", "plan.json", "--jobs", "2", "--quiet"], { cwd: other });
    expect(rest.code).toBe(0);
    expect(await mergedFiles(other)).toEqual(results);
  }, 300_000);

  it("run gives an entry to one of two processes, and the other waits", async () => {
    const other = await temporaryFolder();
    await writeHouses(other);
    await cp(join(cwd, "plan.json"), join(other, "plan.json"));
    const both = [1, 2].map(() => endOf(start(["sweep", "run", "plan.json", "--index", "0"], other)));
    expect(await Promise.all(both)).toEqual([0, 0]);
    const [name = ""] = await readdir(join(other, "plan"));
    const [mine, theirs] = await Promise.all(
      [cwd, other].map((folder) => readFile(join(folder, "plan", name, "weights.bin"))),
    );
    expect(theirs).toEqual(mine);
    expect(existsSync(join(other, "plan", name, "claim.json"))).toBe(false);
  }, 120_000);
});
