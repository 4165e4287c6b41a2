import { median } from "./median.mjs";

/**
 * Writes what was measured as two Markdown tables: an engine a row and a model a column, in samples a second; a kernel a
 * row, in GFLOP/s.
 *
 * @param {{
 *   machine: { cpu: string, cores: number, node: string, caches?: readonly string[], vectors?: number },
 *   arithmetic?: { threads: number, one: number, gains: readonly number[] },
 *   results: readonly { model: string, engine: string, threads: number, samplesPerSecond: number | null, reason?: string }[],
 *   kernels: readonly { name: string, gflops: number | null, limit: number | null, part?: number,
 *     instructions: string, reason?: string }[],
 *   install: readonly { instructions: string, milliseconds: number }[],
 * }} measured
 * @returns {string}
 */
export function benchTables({ machine, results, kernels, install, arithmetic }) {
  const models = [...new Set(results.map(({ model }) => model))];
  const rowOf = ({ engine, threads }) => `${engine}, ${threads} ${threads === 1 ? "thread" : "threads"}`;
  const engines = [...new Set(results.map(rowOf))];
  const notes = [];
  const cell = (engine, model) => {
    const result = results.find((result) => rowOf(result) === engine && result.model === model);
    if (!result) return "";
    if (result.samplesPerSecond !== null) return format(result.samplesPerSecond);
    const note = `${engine}: ${result.reason}`;
    if (!notes.includes(note)) notes.push(note);
    return `- [${notes.indexOf(note) + 1}]`;
  };
  return [
    `${machineLine(machine)}. Training, samples per second.`,
    "",
    row(["engine", ...models]),
    row(["---", ...models.map(() => "---:")]),
    ...engines.map((engine) => row([engine, ...models.map((model) => cell(engine, model))])),
    "",
    ...notes.map((note, index) => `[${index + 1}] ${note}`),
    ...(notes.length > 0 ? [""] : []),
    ...arithmeticLines(arithmetic),
    row(["kernel, one thread", "instructions", "GFLOP/s", "limit", "part"]),
    row(["---", "---", "---:", "---:", "---:"]),
    ...kernels.map(({ name, instructions, gflops, limit, part, reason }) =>
      gflops === null || limit === null
        ? row([name, instructions, reason ?? "-", "", ""])
        : row([name, instructions, gflops.toFixed(1), limit.toFixed(1), `${Math.round(100 * part)} %`]),
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
  const { threads, gains } = arithmetic;
  const [least, middle, most] = [gains[0], median(gains), gains.at(-1)].map((gain) => gain.toFixed(2));
  return [
    `Of arithmetic alone, ${threads} threads do ${middle} times what one does, a median (${least} to ${most} between the turns).`,
    "",
  ];
}

const row = (cells) => `| ${cells.join(" | ")} |`;
const format = (value) => (value < 100 ? value.toPrecision(2) : Math.round(value).toLocaleString("en"));
