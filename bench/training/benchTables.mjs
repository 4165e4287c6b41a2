import { median } from "./median.mjs";
import { ratioTable } from "./ratioTable.mjs";
import { engineName } from "./engineName.mjs";
import { tableRow } from "../tableRow.mjs";

/**
 * Writes what was measured as Markdown tables: an engine a row and a model a column, in samples a second, and as ratios; a kernel a
 * row, in GFLOP/s.
 *
 * @param {{
 *   machine: { cpu: string, cores: number, node: string, caches?: readonly string[], vectors?: number },
 *   arithmetic?: ReturnType<import("./Arithmetic.mjs").Arithmetic["end"]>,
 *   results: readonly { model: string, engine: string, threads: number, samplesPerSecond: number | null, reason?: string,
 *     rates?: readonly number[] }[],
 *   kernels: readonly { name: string, gflops: number | null, limit: number | null, part?: number,
 *     instructions: string, reason?: string }[],
 *   install: readonly { instructions: string, milliseconds: number }[],
 * }} measured
 * @returns {string}
 */
export function benchTables({ machine, results, kernels, install, arithmetic }) {
  const models = [...new Set(results.map(({ model }) => model))];
  const engines = [...new Set(results.map(engineName))];
  const notes = [];
  const cell = (engine, model) => {
    const result = results.find((result) => engineName(result) === engine && result.model === model);
    if (!result) return "";
    if (result.samplesPerSecond !== null) return format(result.samplesPerSecond);
    const note = `${engine}: ${result.reason}`;
    if (!notes.includes(note)) notes.push(note);
    return `- [${notes.indexOf(note) + 1}]`;
  };
  return [
    `${machineLine(machine)}. Training, samples per second.`,
    "",
    tableRow(["engine", ...models]),
    tableRow(["---", ...models.map(() => "---:")]),
    ...engines.map((engine) => tableRow([engine, ...models.map((model) => cell(engine, model))])),
    "",
    ...notes.map((note, index) => `[${index + 1}] ${note}`),
    ...(notes.length > 0 ? [""] : []),
    ...ratioTable(results, arithmetic),
    ...arithmeticLines(arithmetic),
    tableRow(["kernel, one thread", "instructions", "GFLOP/s", "limit", "part"]),
    tableRow(["---", "---", "---:", "---:", "---:"]),
    ...kernels.map(({ name, instructions, gflops, limit, part, reason }) =>
      gflops === null || limit === null
        ? tableRow([name, instructions, reason ?? "-", "", ""])
        : tableRow([name, instructions, gflops.toFixed(1), limit.toFixed(1), `${Math.round(100 * part)} %`]),
    ),
    "",
    ...install.map(
      ({ instructions, milliseconds }) =>
        `Installing the kernels, ${instructions}: ${milliseconds.toFixed(1)} ms.`,
    ),
  ].join("\n");
}

function machineLine({ cpu, cores, node, caches = [], vectors }) {
  const parts = [cpu, `${cores} cores`, `Node ${node}`];
  if (caches.length > 0) parts.push(`caches ${caches.join(" / ")}`);
  if (vectors) parts.push(`vectors of ${vectors} bits`);
  return parts.join(", ");
}

/** What no training's threads can gain more than. */
function arithmeticLines(arithmetic) {
  if (!arithmetic || arithmetic.gains.length === 0) return [];
  const { threads, gains, rounds } = arithmetic;
  const [gain, rate] = [gains, rounds.map(({ one }) => one)].map((values) => [
    median(values),
    Math.min(...values),
    Math.max(...values),
  ]);
  const [middle, least, most] = gain.map((value) => value.toFixed(2));
  const [usual, slowest, fastest] = rate.map((value) => value.toFixed(1));
  return [
    `Of arithmetic alone, one thread does ${usual} GFLOP/s, a median (${slowest} to ${fastest} between the turns), and ${threads} threads do ${middle} times as much (${least} to ${most}).`,
    "",
  ];
}

const format = (value) => (value < 100 ? value.toPrecision(2) : Math.round(value).toLocaleString("en"));
