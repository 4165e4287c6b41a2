import { setTimeout } from "node:timers/promises";
import { EngineClient } from "../training/EngineClient.mjs";
import { median } from "../training/median.mjs";

/** What the outputs may differ by: each engine sums in an order of its own. */
const TOLERANCE = 1e-4;
/** Before each turn, in milliseconds: the threads of the engine before it go on looking for work for a while. */
const PAUSE = 50;

/**
 * Lets each engine predict with each model, in turns, so that what else the machine does falls on all of them alike. One whose outputs are
 * others than those of the first engine is not timed.
 *
 * @param {ReturnType<typeof import("./engines.mjs").engines>} engines
 * @param {{ models: readonly { name: string, inputShape: readonly number[] }[], batches: readonly number[], rounds: number,
 *   seconds: number, onProgress: (text: string) => void }} options which models, how many rows at once, how many turns of how long
 * @returns {Promise<{ model: string, batch: number, engine: string, threads: number, milliseconds: number | null,
 *   processorMilliseconds?: number, reason?: string }[]>} medians
 */
export async function measureInference(engines, { models, batches, rounds, seconds, onProgress }) {
  const clients = engines.map((engine) => ({ engine, client: new EngineClient(engine), error: undefined }));
  for (const each of clients) each.error = (await each.client.answer()).error;
  const results = [];
  for (const spec of models) {
    for (const batch of batches) {
      const runs = clients.map(({ engine, client, error }) => ({
        engine,
        client,
        error,
        count: 1,
        answers: [],
      }));
      let expected;
      for (const run of runs) {
        onProgress(`${spec.name}, ${batch}: ${run.engine.name}, warming up`);
        expected = (await warmUp(run, spec, batch, seconds, expected)) ?? expected;
      }
      for (let round = 0; round < rounds; round += 1) {
        onProgress(`${spec.name}, ${batch}: round ${round + 1} of ${rounds}`);
        for (const run of runs) {
          if (run.error) continue;
          await setTimeout(PAUSE);
          const answer = await run.client.ask(spec, batch, run.count);
          if (answer.error) run.error = answer.error;
          else run.answers.push(answer);
        }
      }
      results.push(...runs.map((run) => resultOf(run, spec.name, batch)));
    }
  }
  for (const { client } of clients) client.end();
  return results;
}

/** Compares the outputs, and finds how many predictions fill a turn; gives the outputs. */
async function warmUp(run, spec, batch, seconds, expected) {
  if (run.error) return undefined;
  const first = await run.client.ask(spec, batch, 1);
  run.error = first.error ?? (expected && disagreement(first.outputs, expected));
  for (let pass = 0; pass < 2 && !run.error; pass += 1) {
    const answer = await run.client.ask(spec, batch, 2 + run.count);
    run.error = answer.error;
    run.count = Math.max(2, Math.min(1000, Math.ceil((seconds * (2 + run.count)) / answer.seconds)));
  }
  return first.outputs;
}

function disagreement(outputs, expected) {
  if (outputs.length !== expected.length) {
    return `it gives ${outputs.length} outputs where the first engine gives ${expected.length}`;
  }
  const largest = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-6);
  const gap = expected.reduce((most, value, i) => Math.max(most, Math.abs(value - outputs[i])), 0) / largest;
  if (gap <= TOLERANCE) return undefined;
  return `its outputs differ from those of the first engine, by ${gap.toPrecision(2)} of the largest`;
}

function resultOf({ engine, error, count, answers }, model, batch) {
  const row = { model, batch, engine: engine.name, threads: engine.threads };
  if (error) return { ...row, milliseconds: null, reason: error };
  const each = (key) => (1000 * median(answers.map((answer) => answer[key]))) / count;
  return { ...row, milliseconds: each("seconds"), processorMilliseconds: each("processorSeconds") };
}
