// node zz_prof.mjs MODEL BATCHES ROUNDS : main thread's profile with 1 and with 2 threads in turns (each engine in a child of its own)
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { startBackend } from "@minibatch/backends";
import { fit } from "@minibatch/training";
import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";
import { models } from "./models.mjs";
import { samples } from "./samples.mjs";
import { tfjsModel } from "./tfjsModel.mjs";
const [model, batches, rounds, threads] = process.argv.slice(2);
if (!threads) {
  const total = [{}, {}];
  for (let r = 0; r < Number(rounds); r++) for (const t of [1, 2]) {
    const { stdout, stderr } = spawnSync(process.execPath, [...process.execArgv, process.argv[1], model, batches, rounds, t], { encoding: "utf8" });
    let m; try { m = JSON.parse(stdout); } catch { console.log(stdout, stderr); process.exit(1); }
    for (const [k, v] of Object.entries(m)) (total[t - 1][k] ??= []).push(v);
  }
  const median = (v) => v ? v.toSorted((a, b) => a - b)[v.length >> 1] : 0;
  const sumJs = (i) => Object.entries(total[i]).filter(([k]) => !/^(W |WIDE|TOTAL|post|tfjs)/.test(k)).reduce((n, [, v]) => n + median([...v, ...Array(Math.max(0, rounds - v.length)).fill(0)]), 0); console.log('JS', sumJs(0), sumJs(1));
  const keys = [...new Set(total.flatMap(Object.keys))];
  const rows = keys.map((k) => [k, median(total[0][k]), median(total[1][k])]).toSorted((a, b) => b[2] - a[2] || b[1] - a[1]);
  for (const [k, a, b] of rows.filter(([, a, b]) => a > 0.005 || b > 0.005)) console.log(k.padEnd(60).slice(0, 60), a.toFixed(3).padStart(8), b.toFixed(3).padStart(8), (b ? a / b : 0).toFixed(2).padStart(6), "over half", (b - a / 2).toFixed(3).padStart(7));
} else {
  await startBackend("wasm", { threads: Number(threads) });
  const m = tfjsModel({ tf, tfl }, models[model]);
  const data = samples(models[model].input, 128 * Number(batches));
  const run = () => fit(m, data, { batchSize: 128, epochs: 1, inputScaling: { scale: 1 / 255, offset: 0 } });
  for (let i = 0; i < 3; i++) await run();
  const s = new Session(); s.connect();
  await s.post("Profiler.enable"); await s.post("Profiler.setSamplingInterval", { interval: 400 }); await s.post("Profiler.start");
  const t0 = performance.now();
  for (let i = 0; i < 3; i++) await run();
  const ms = (performance.now() - t0) / 3 / batches;
  const { profile } = await s.post("Profiler.stop");
  const names = JSON.parse(readFileSync(process.env.NAMES ?? "/tmp/dbg/names.json", "utf8"));
  const kernelsUrl = (() => { const c = {}; for (const n of profile.nodes) { const w = /^wasm-function\[(\d+)\]/.exec(n.callFrame.functionName); if (w && Number(w[1]) > 12 && Number(w[1]) < 140) (c[n.callFrame.url] ??= new Set()).add(w[1]); } return Object.entries(c).sort((a, b) => b[1].size - a[1].size)[0]?.[0]; })();
  const self = {}; let sum = 0;
  const by = new Map(profile.nodes.map((n) => [n.id, n]));
  profile.samples.forEach((id, i) => {
    const f = by.get(id).callFrame;
    let name = f.functionName || "(anonymous)";
    const w = /^wasm-function\[(\d+)\]/.exec(name);
    if (w) { const wn = JSON.parse(readFileSync("/tmp/dbg/namesWide.json", "utf8")); const h = f.url.split("/").at(-1).split("-")[1] ?? f.url; const isK = kernelsUrl === f.url; name = isK ? `W ${names[w[1]] ?? w[1]}` : Number(w[1]) < 12 ? `WIDE ${wn[w[1]]}` : `tfjs ${w[1]}`; }
    else name += ` ${f.url.split("/").at(-1)}:${f.lineNumber}`;
    const d = profile.timeDeltas[i]; self[name] = (self[name] ?? 0) + d; sum += d;
  });
  const out = { TOTAL: ms };
  for (const [k, v] of Object.entries(self)) out[k] = (v / sum) * ms;
  process.stdout.write(JSON.stringify(out));
  process.exit(0);
}
