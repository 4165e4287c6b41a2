// One plan of 8 runs three ways: in this shell, two at a time; under a real Slurm, as an array; and by hand in random order, with kill -9 at
// random. The merged tables have to be the same, byte for byte. And a plan with a run that must fail.
import { execFileSync, spawn } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { startSlurm } from "./startSlurm.mjs";

const bin = fileURLToPath(new URL("../dist/node/bin.js", import.meta.url));
const root = mkdtempSync(join(tmpdir(), "minibatch-everywhere-"));
const entries = 8;
const counts = { passed: 0, failed: 0, skipped: 0 };

function check(what, holds) {
  counts[holds ? "passed" : "failed"] += 1;
  console.log(`${holds ? "✓" : "✗"} ${what}`);
}

function folder(name) {
  const path = join(root, name);
  mkdirSync(path);
  // Prices that grow with the rooms and fall with the distance: a second of training.
  const rows = Array.from({ length: 200 }, (_, row) => {
    const [rooms, distance] = [(row * 7) % 6, (row * 11) % 23];
    return `${rooms},${distance},${rooms * 50 - distance * 3 + ((row * 13) % 5)}`;
  });
  writeFileSync(join(path, "houses.csv"), ["rooms,distance,price", ...rows, ""].join("\n"));
  if (existsSync(join(root, "shell", "plan.json")))
    copyFileSync(join(root, "shell", "plan.json"), join(path, "plan.json"));
  return path;
}

function minibatch(cwd, ...argv) {
  const child = spawn(process.execPath, [bin, ...argv], { cwd, stdio: ["ignore", "pipe", "inherit"] });
  let stdout = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    stdout += text;
  });
  const ended = new Promise((resolve) => child.on("close", (code) => resolve({ code, stdout })));
  return { child, ended };
}

async function merged(cwd) {
  const { code } = await minibatch(cwd, "sweep", "merge", "plan.json", "--json").ended;
  const read = (file) => readFileSync(join(cwd, "plan", file));
  return { code, files: ["results.csv", "results.json", "sweep.html"].map(read) };
}

function same(one, other) {
  return one.files.every((file, index) => file.equals(other.files[index]));
}

async function timed(what, action) {
  const start = performance.now();
  const result = await action();
  console.log(`  ${what}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
  return result;
}

try {
  const shell = folder("shell");
  const axes = [
    "--seeds",
    "1..2",
    "--set",
    "learningRate=0.001,0.003",
    "--set",
    "batchSize=16,32",
    "--set",
    "epochs=4",
  ];
  await minibatch(shell, "sweep", "plan", "houses.csv", "--target", "price", ...axes, "--json").ended;
  const { code } = await timed(
    "in a shell, two at a time",
    () => minibatch(shell, "sweep", "run", "plan.json", "--jobs", "2", "--quiet").ended,
  );
  const first = await merged(shell);
  check(
    `sweep run --jobs 2 runs all ${entries}`,
    code === 0 && first.code === 0 && first.files[0].toString().trim().split("\n").length === entries + 1,
  );

  const slurm = await startSlurm(join(root, "slurmd"));
  if (slurm === undefined) {
    counts.skipped += 1;
    console.log(
      "- Slurm is not here: apt-get install slurmctld slurmd slurm-client slurm-wlm-basic-plugins, and be root",
    );
  } else {
    try {
      const cwd = folder("slurm");
      await minibatch(
        cwd,
        "sweep",
        "plan",
        "plan.json",
        "--as",
        "slurm",
        "--jobs",
        "2",
        "--threads",
        "1",
        "--json",
      ).ended;
      const script = readFileSync(join(cwd, "plan.sbatch"), "utf8");
      // The command of this checkout in the place of the installed one.
      writeFileSync(
        join(cwd, "plan.sbatch"),
        script.replace(/exec (npx )?minibatch/, `exec ${process.execPath} ${bin}`),
      );
      await timed(`under Slurm, --array=0-${entries - 1}%2`, async () => {
        const { env } = slurm;
        execFileSync("sbatch", ["plan.sbatch"], { cwd, env, stdio: ["ignore", "inherit", "inherit"] });
        // `sbatch --wait` asks ever more seldom, up to half a minute apart.
        for (let looks = 0; execFileSync("squeue", ["--noheader"], { env }).length > 0; looks += 1) {
          if (looks > 1200) throw new Error("Slurm did not run the array within ten minutes");
          await setTimeout(500);
        }
      });
      const result = await merged(cwd);
      check("under Slurm, the merged files are the same bytes", result.code === 0 && same(first, result));
    } finally {
      await slurm.stop();
    }
  }

  const cwd = folder("killed");
  // Seeded, as everything here: a generator of Park and Miller.
  let state = 20261128;
  const random = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const order = Array.from({ length: entries }, (_, index) => index).sort(() => random() - 0.5);
  // After how many milliseconds the first tries of each entry are killed, where they are.
  const lives = order.map(() => [random(), random()].map((draw) => (draw < 0.5 ? 300 + random() * 1500 : 0)));
  let kills = 0;
  const runThrough = async (index) => {
    for (let tries = 0; tries <= 5; tries += 1) {
      const one = ["--index", String(index), "--quiet", "--json"];
      const { child, ended } = minibatch(cwd, "sweep", "run", "plan.json", ...one);
      const life = lives[index][tries];
      if (life) {
        await Promise.race([setTimeout(life), ended]);
        if (child.exitCode === null) kills += 1;
        child.kill("SIGKILL");
      }
      if ((await ended).code === 0) return;
    }
    throw new Error(`entry ${index} does not end`);
  };
  const takeTurns = async () => {
    for (let index = order.pop(); index !== undefined; index = order.pop()) await runThrough(index);
  };
  await timed("in random order, two at a time, with kill -9", () => Promise.all([takeTurns(), takeTurns()]));
  const result = await merged(cwd);
  check(
    `in random order, after ${kills} kills, the merged files are the same bytes`,
    kills > 0 && result.code === 0 && same(first, result),
  );

  const failing = folder("failing");
  rmSync(join(failing, "plan.json"), { force: true });
  const bad = [
    "--seeds",
    `1..${entries - 1}`,
    "--set",
    "epochs=1",
    "--set",
    "optimizer=sgd",
    "--set",
    "learningRate=0.000001",
  ];
  await minibatch(
    failing,
    "sweep",
    "plan",
    "houses.csv",
    "--target",
    "price",
    ...bad,
    "-o",
    "good.json",
    "--json",
  ).ended;
  await planWithFailure(failing);
  const run = await minibatch(failing, "sweep", "run", "plan.json", "--jobs", "2", "--quiet", "--json").ended;
  const counted = JSON.parse(run.stdout);
  const csv = (await merged(failing)).files[0].toString();
  check(
    `a plan with one entry that must fail gives ${entries - 1} results, one failure with its reason, and ends with 1`,
    run.code === 1 &&
      counted.done === entries - 1 &&
      counted.failed === 1 &&
      csv
        .trim()
        .split("\n")
        .filter((line) => line.includes("NAN_LOSS")).length === 1,
  );
} finally {
  rmSync(root, { recursive: true, force: true });
}

/** Seeds of a rate that learns, and one of a rate that cannot. */
async function planWithFailure(cwd) {
  const { planSweep } = await import("@minibatch/sweeps");
  const good = JSON.parse(readFileSync(join(cwd, "good.json"), "utf8"));
  const { base } = good;
  const settings = [
    ...good.entries.map((entry) => entry.settings),
    { ...good.entries[0].settings, learningRate: 1e30 },
  ];
  // One plan has one grid: two of them, put together, by the package that makes them.
  const parts = await Promise.all(
    settings.map((each) =>
      planSweep({
        name: "plan",
        base,
        axes: Object.entries(each).map(([setting, value]) => ({ setting, values: [value] })),
      }),
    ),
  );
  const listed = parts.map(({ entries: [entry] }, index) => ({ ...entry, index }));
  writeFileSync(
    join(cwd, "plan.json"),
    JSON.stringify({ ...good, name: "plan", varied: ["seed", "learningRate"], entries: listed }),
  );
}

console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed > 0 ? 1 : 0;
