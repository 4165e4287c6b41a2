import { EngineClient } from "./EngineClient.mjs";
import { median } from "./median.mjs";
import { models } from "./models.mjs";

const BATCH = 128;
// For engines to which a batch is minutes.
const SMALL_BATCH = 8;
const SLOW_SECONDS = 2;

/**
 * Trains each model with each engine, in turns, so that what else the machine does falls on all of them alike.
 *
 * @param {ReturnType<typeof import("./engines.mjs").engines>} engines
 * @param {{ rounds: number, seconds: number, large: boolean, names: readonly string[], onRound?: (model: string) => Promise<void> | undefined,
 *   onProgress: (text: string) => void }} options how often, how long a turn is, whether slow engines get large models too, which models, what
 *   else is to be done in each round
 * @returns {Promise<object[]>} rows of the table; `samplesPerSecond` is the median of `rates`
 */
export async function measureModels(engines, { rounds, seconds, large, names, onRound, onProgress }) {
  const clients = new Map(engines.map((engine) => [engine, new EngineClient(engine)]));
  const broken = new Map();
  for (const [engine, client] of clients) {
    const { error } = await client.answer();
    if (error) broken.set(engine, error);
  }
  const results = [];
  for (const name of names) {
    const runs = [];
    for (const engine of engines) {
      const row = { model: name, engine: engine.name, threads: engine.threads };
      if (broken.has(engine)) {
        results.push({ ...row, samplesPerSecond: null, reason: broken.get(engine) });
      } else if (engine.small && !large && !["mlp", "cnn"].includes(name)) {
        results.push({ ...row, samplesPerSecond: null, reason: "too slow for --quick" });
      } else {
        onProgress(`${name}: ${engine.name}, warming up`);
        runs.push(await warmUp(row, clients.get(engine), models[name], seconds));
      }
    }
    for (let round = 0; round < rounds; round += 1) {
      await onRound?.(name);
      for (const run of runs) {
        if (run.error || (run.slow && run.rates.length > 0)) continue;
        onProgress(`${name}: ${run.row.engine}, round ${round + 1} of ${rounds}`);
        const answer = await run.client.ask(models[name], run.batchSize, run.batches);
        if (answer.error) run.error = answer.error;
        else run.rates.push((run.batchSize * run.batches) / answer.seconds);
      }
    }
    for (const { row, batchSize, rates, error } of runs) {
      if (error) results.push({ ...row, samplesPerSecond: null, reason: error });
      else results.push({ ...row, samplesPerSecond: median(rates), batchSize, rounds: rates.length, rates });
    }
  }
  for (const client of clients.values()) client.end();
  const place = ({ model, engine, threads }) =>
    names.indexOf(model) * engines.length +
    engines.findIndex((one) => one.name === engine && one.threads === threads);
  return results.toSorted((a, b) => place(a) - place(b));
}

/** Finds how many batches fill a turn, which also lets the engine compile what it compiles. */
async function warmUp(row, client, spec, seconds) {
  const run = { row, client, batchSize: SMALL_BATCH, batches: 1, rates: [], slow: false, error: undefined };
  for (let pass = 0; pass < 2; pass += 1) {
    const answer = await client.ask(spec, SMALL_BATCH, 1);
    if (answer.error) return { ...run, error: answer.error };
    run.seconds = answer.seconds;
  }
  // The first pass also built and compiled. What takes this long is not asked again.
  if (run.seconds > SLOW_SECONDS) return { ...run, slow: true, rates: [SMALL_BATCH / run.seconds] };
  if ((run.seconds * BATCH) / SMALL_BATCH > 2 * SLOW_SECONDS) return run;
  run.batchSize = BATCH;
  run.batches = 4;
  for (let pass = 0; pass < 4; pass += 1) {
    const answer = await client.ask(spec, BATCH, run.batches);
    if (answer.error) return { ...run, error: answer.error };
    // The first pass builds and compiles, the second tells roughly how many fill a turn and the third, with those, better: the first steps
    // of each turn may be slower than the rest. The fourth builds those.
    if (pass === 1 || pass === 2)
      run.batches = Math.max(1, Math.min(400, Math.ceil((seconds * run.batches) / answer.seconds)));
  }
  return run;
}
