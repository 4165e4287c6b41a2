// `npm run test:fuzz -- --networks 2000 --programs 5000 --seed 1`: random networks and random programs of operations, on the kernels in all
// their variants beside tfjs' cpu backend. `-- --only programs:17` tries one case, and makes it as small as it can be if it fails.
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { bundleForNode } from "../../../testing/src/bundleForNode.mjs";
import { runTask } from "./runTask.mjs";

const { values: options } = parseArgs({
  options: {
    networks: { type: "string", default: "1000" },
    programs: { type: "string", default: "2500" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
  },
});

const wasmModule = "@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-simd.wasm";
const wasmFolder = `${dirname(createRequire(import.meta.url).resolve(wasmModule))}/`;

/** After so many failures of a kind the rest tells nothing new. */
const enough = 10;
/** How many of them are made as small as they can be. */
const shown = 3;

const variants = [
  { threads: 2, relaxedSimd: true },
  { threads: 1, relaxedSimd: true },
  { threads: 2, relaxedSimd: false },
  { threads: 1, relaxedSimd: false },
];
const variantOf = (seed) => variants[seed % variants.length];
const nameOf = ({ threads, relaxedSimd }) =>
  `${threads} ${threads === 1 ? "thread" : "threads"}, ${relaxedSimd ? "relaxed" : "plain"} SIMD`;

const folder = mkdtempSync(join(tmpdir(), "minibatch-fuzz-"));
try {
  const script = join(folder, "fuzzProcess.cjs");
  await bundleForNode(fileURLToPath(new URL("fuzzProcess.ts", import.meta.url)), script);
  const totals = { passed: 0, failed: 0 };
  if (options.only === undefined) {
    for (const kind of ["networks", "programs"]) {
      const { passed, failed } = await tryKind(script, kind, wholeNumber(kind), wholeNumber("seed"));
      totals.passed += passed;
      totals.failed += failed;
    }
  } else {
    const [, kind, seed] = /^(networks|programs):(\d+)$/.exec(options.only) ?? [];
    if (kind === undefined)
      throw new Error(`--only takes networks:<seed> or programs:<seed>, got ${options.only}`);
    const { outcome } = await showOne(script, kind, Number(seed));
    totals[outcome === "failed" ? "failed" : "passed"] += 1;
  }
  console.log(`${totals.passed} passed, ${totals.failed} failed, 0 skipped`);
  process.exitCode = totals.failed === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function wholeNumber(name) {
  const value = Number(options[name]);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new Error(`--${name} takes a whole number, got ${options[name]}`);
}

/** Tries the cases of one kind, those of each variant in processes of their own. */
async function tryKind(script, kind, count, firstSeed) {
  const counts = { same: 0, unstable: 0, refused: 0, failed: 0 };
  const failures = [];
  const seeds = Array.from({ length: count }, (_, index) => firstSeed + index);
  const tryVariant = async (variant) => {
    let rest = seeds.filter((seed) => variantOf(seed) === variant);
    while (rest.length > 0 && failures.length < enough) {
      let last = rest[0];
      await runTask(
        script,
        { kind, seeds: rest, kernels: variant, wasmFolder, shrink: false },
        ({ seed, outcome }) => {
          last = seed;
          if (outcome === undefined) return;
          counts[outcome] += 1;
          if (outcome === "failed") failures.push(seed);
        },
      );
      rest = rest.slice(rest.indexOf(last) + 1);
    }
  };
  // Two at a time: cpu has one thread.
  const [first, second, third, fourth] = variants;
  await Promise.all([
    tryVariant(first).then(() => tryVariant(third)),
    tryVariant(second).then(() => tryVariant(fourth)),
  ]);
  for (const seed of failures.slice(0, shown)) await showOne(script, kind, seed);
  const tried = Object.values(counts).reduce((sum, each) => sum + each, 0);
  console.log(
    `${tried} ${kind} of seeds ${firstSeed} to ${firstSeed + count - 1}: ${counts.same} as on cpu, ` +
      `${counts.unstable} that rounding moves as much on cpu or that overflow, ${counts.refused} refused by both, ${counts.failed} differ` +
      (failures.length > 0 ? `: ${failures.join(", ")}` : ""),
  );
  return { passed: tried - counts.failed, failed: counts.failed };
}

/** Prints what a case does, what is wrong with it, and what of it is enough for that. */
async function showOne(script, kind, seed) {
  const kernels = variantOf(seed);
  let outcome = "failed";
  let least;
  await runTask(script, { kind, seeds: [seed], kernels, wasmFolder, shrink: true }, (message) => {
    if (message.outcome === undefined) return;
    if (least === undefined) outcome = message.outcome;
    least = message;
  });
  console.log(`${kind}:${seed} (${nameOf(kernels)}) ${outcome}`);
  for (const line of least?.steps ?? []) console.log(`  ${line}`);
  for (const fault of least?.faults ?? []) console.log(`  => ${fault}`);
  if (outcome === "failed") console.log(`  again: npm run test:fuzz -- --only ${kind}:${seed}`);
  return { outcome };
}
