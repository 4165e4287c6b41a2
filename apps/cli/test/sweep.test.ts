import { existsSync } from "node:fs";
import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { temporaryFolder } from "@minibatch/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mergedFiles, planHouses, writeHouses } from "./houseSweeps.ts";
import { type CliRun, runCli } from "./runCli.ts";

describe("minibatch sweep", () => {
  let cwd: string;
  let planned: CliRun;
  let run: CliRun;
  let results: string[];

  beforeAll(async () => {
    cwd = await mkdtemp(join(tmpdir(), "minibatch-test-"));
    planned = await planHouses(cwd, "--seeds", "1..2", "--set", "learningRate=0.001,0.003");
    run = await runCli(["sweep", "run", "plan.json", "--jobs", "2"], { cwd });
    results = await mergedFiles(cwd);
  }, 300_000);
  afterAll(() => rm(cwd, { recursive: true, force: true }));

  it("plan lists the entries, and run trains all of them", () => {
    expect(planned).toMatchObject({ code: 0, stderr: "" });
    expect(planned.stdout).toContain("4 entries in plan.json");
    expect(run).toMatchObject({ code: 0 });
    expect(run.stdout).toContain("4 of 4 are done.");
    expect(run.stderr).toContain("[4/4]");
  });

  it("merge gives a row an entry, and no times", () => {
    const [csv = "", json = "", page = ""] = results;
    const lines = csv.trimEnd().split("\n");
    expect(lines[0]).toBe(
      "index,hash,learningRate,seed,status,epochsDone,loss,mae,valLoss,valMae,testLoss,testMae,failure",
    );
    expect(lines).toHaveLength(5);
    expect(lines[1]).toMatch(/^0,[0-9a-f]{8},0\.001,1,done,3,/);
    const { groups, measure } = JSON.parse(json) as { groups: { figures: object }[]; measure: string };
    expect(measure).toBe("valMae");
    expect(groups).toHaveLength(2);
    expect(json).not.toMatch(/seconds|samplesPerSecond/i);
    expect(page).toContain("houses, computed by wasm. 4 of 4 runs are done. The best validation MAE");
    expect(page).not.toContain(cwd);
  });

  it("run skips what is done", async () => {
    const again = await runCli(["sweep", "run", "plan.json"], { cwd });
    expect(again).toMatchObject({ code: 0 });
    expect(again.stderr).toContain("4 of 4 had ended before.");
    const one = await runCli(["sweep", "run", "plan.json", "--index", "3", "--json"], { cwd });
    expect(JSON.parse(one.stdout)).toMatchObject({ index: 3, status: "done", before: true });
  });

  it("status says how far each entry is", async () => {
    const other = await temporaryFolder();
    await writeHouses(other);
    await cp(join(cwd, "plan.json"), join(other, "plan.json"));
    const { entries } = JSON.parse(await readFile(join(cwd, "plan.json"), "utf8")) as {
      entries: { hash: string }[];
    };
    const folder = join(other, "plan", `0001-${entries[1]?.hash}`);
    await mkdir(folder, { recursive: true });
    // This process lives; another one, of a machine that fell silent three minutes ago, does not.
    await writeFile(
      join(folder, "claim.json"),
      JSON.stringify({ host: hostname(), pid: process.pid, token: "a" }),
    );
    expect((await runCli(["sweep", "status", "plan.json"], { cwd: other })).stdout).toContain(
      "3 waiting, 1 running",
    );
    await writeFile(join(folder, "claim.json"), JSON.stringify({ host: "elsewhere", pid: 1, token: "b" }));
    expect((await runCli(["sweep", "status", "plan.json"], { cwd: other })).stdout).toContain("1 running");
    const before = new Date(Date.now() - 180_000);
    await utimes(join(folder, "claim.json"), before, before);
    expect((await runCli(["sweep", "status", "plan.json"], { cwd: other })).stdout).toContain("4 waiting");
    const run = await runCli(["sweep", "run", "plan.json", "--index", "1", "--json"], { cwd: other });
    expect(JSON.parse(run.stdout)).toMatchObject({ index: 1, status: "done", before: false });
  }, 120_000);

  it("halve plans more epochs for the best third, whose runs go on and end as if they had begun anew", async () => {
    const halved = await runCli(
      ["sweep", "halve", "plan.json", "--epochs", "5", "-o", "next.json", "--json"],
      { cwd },
    );
    expect(JSON.parse(halved.stdout)).toMatchObject({ entries: 2, out: "next.json" });
    const run = await runCli(["sweep", "run", "next.json", "--index", "0"], { cwd });
    expect(run.code).toBe(0);
    expect(run.stderr).toContain("going on with epoch 4");
    const [next] = (await readdir(join(cwd, "next"))).toSorted();
    const moved = await temporaryFolder();
    await writeHouses(moved);
    await cp(join(cwd, "next.json"), join(moved, "next.json"));
    // Without the plan before it, the entry starts from the beginning.
    const anew = await runCli(["sweep", "run", "next.json", "--index", "0"], { cwd: moved });
    expect(anew.stderr).not.toContain("going on");
    for (const file of ["weights.bin", "history.csv"]) {
      const [mine, theirs] = await Promise.all(
        [cwd, moved].map((folder) => readFile(join(folder, "next", next ?? "", file))),
      );
      expect(theirs, file).toEqual(mine);
    }
  }, 120_000);

  it("run refuses data that changed, and a plan of another version", async () => {
    const other = await temporaryFolder();
    await writeHouses(other);
    await cp(join(cwd, "plan.json"), join(other, "plan.json"));
    await appendFile(join(other, "houses.csv"), "1,2,3\n");
    const changed = await runCli(["sweep", "run", "plan.json", "--index", "0"], { cwd: other });
    expect(changed).toMatchObject({ code: 1 });
    expect(changed.stderr).toContain("The data are no longer those for which the sweep was planned");
    await rm(join(other, "houses.csv"));
    const gone = await runCli(["sweep", "run", "plan.json", "--index", "0"], { cwd: other });
    expect(gone.stderr).toContain("The data of the sweep are not there");
    expect(existsSync(join(other, "plan"))).toBe(false);
  });
});

describe("minibatch sweep run", () => {
  it("records a run that diverges, runs the others, and ends with 1", async () => {
    const cwd = await temporaryFolder();
    await planHouses(cwd, "--set", "learningRate=1e-6,1e30", "--set", "optimizer=sgd");
    const run = await runCli(["sweep", "run", "plan.json", "--quiet", "--json"], { cwd });
    expect(run.code).toBe(1);
    expect(JSON.parse(run.stdout)).toMatchObject({ entries: 2, done: 1, failed: 1 });
    const merge = await runCli(["sweep", "merge", "plan.json"], { cwd });
    expect(merge.code).toBe(1);
    expect(merge.stdout).toMatch(/1 {2}learningRate 1e\+30: failed, The loss became (?:NaN|Infinity)/);
    expect(await readFile(join(cwd, "plan", "results.csv"), "utf8")).toMatch(/,failed,\d+,,.*,NAN_LOSS\n$/);
    // The same seed comes to the same NaN: trying again is of no use.
    const again = await runCli(["sweep", "run", "plan.json"], { cwd });
    expect(again.code).toBe(1);
    expect(again.stderr).toContain("2 of 2 had ended before.");
  }, 120_000);

  it.each([
    [["--index", "9"], "There is no entry 9: the plan has 1, from 0 to 0."],
    [["--index", "0", "--jobs", "2"], "--index runs one entry, and --jobs all of them"],
  ])("%j is wrong usage", async (options, message) => {
    const cwd = await temporaryFolder();
    await planHouses(cwd);
    const { code, stderr } = await runCli(["sweep", "run", "plan.json", ...options], { cwd });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(message) });
  });
});

describe("minibatch sweep plan", () => {
  it.each([
    [["--set", "rate=1,2"], 'There is no setting "rate"'],
    [["--set", "model.nothing.here=1"], 'it has no "nothing" there'],
    [["--set", "batchSize=0"], "batchSize must be a positive integer"],
    [["--set", "learningRate=0.1..1.0"], "say how many with --random"],
    [["--seeds", "all"], "Seeds are whole numbers"],
  ])("%j says what is wrong, and writes nothing", async (options, message) => {
    const cwd = await temporaryFolder();
    const { code, stderr } = await planHouses(cwd, ...options);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(message) });
    expect(await readdir(cwd)).toEqual(["houses.csv"]);
  });

  it("varies a part of an experiment by its path", async () => {
    const cwd = await temporaryFolder();
    const planned = await planHouses(cwd, "--set", "model.mlp.hidden.0=8,16");
    expect(planned).toMatchObject({ code: 0, stdout: expect.stringContaining("1  model.mlp.hidden.0 16") });
    await runCli(["sweep", "run", "plan.json", "--index", "1", "--quiet"], { cwd });
    const [run = ""] = await readdir(join(cwd, "plan"));
    const summary = await runCli(["summary", join("plan", run), "--json"], { cwd });
    // Of two columns to 16, 64 and 1.
    expect(JSON.parse(summary.stdout)).toMatchObject({ parameters: 3 * 16 + 17 * 64 + 65 });
  });

  it("keeps a plan that is there, unless --force says otherwise", async () => {
    const cwd = await temporaryFolder();
    await planHouses(cwd, "--seeds", "1");
    const before = await readFile(join(cwd, "plan.json"), "utf8");
    expect(await planHouses(cwd, "--seeds", "2")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("plan.json is there already"),
    });
    expect(await readFile(join(cwd, "plan.json"), "utf8")).toBe(before);
    expect((await planHouses(cwd, "--seeds", "1", "--force")).code).toBe(0);
    expect(await readFile(join(cwd, "plan.json"), "utf8")).toBe(before);
  });

  it("--as writes beside a plan what submits it", async () => {
    const cwd = await temporaryFolder();
    await planHouses(cwd, "--seeds", "1..24");
    const planned = await runCli(["sweep", "plan", "plan.json", "--as", "slurm", "--threads", "1"], { cwd });
    expect(planned).toMatchObject({ code: 0, stdout: expect.stringContaining("sbatch plan.sbatch") });
    const script = await readFile(join(cwd, "plan.sbatch"), "utf8");
    expect(script).toContain("#SBATCH --array=0-23%2\n");
    expect(script).toContain("minibatch sweep run plan.json --threads 1\n");
  });

  it("names a recipe that was meant, and a plan that is not there", async () => {
    const cwd = await temporaryFolder();
    expect(await runCli(["sweep", "plan", "digits-cn"], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("digits-cnn"),
    });
    expect(await runCli(["sweep", "run", "plan.json"], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("There is no plan plan.json"),
    });
  });
});
