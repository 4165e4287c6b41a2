import { availableParallelism } from "node:os";
import { EngineClient } from "../training/EngineClient.mjs";
import { engines } from "../training/engines.mjs";
import { median } from "../training/median.mjs";
import { models } from "../training/models.mjs";

const batchSize = 128;

/**
 * Lets two engines train a model in turns, each in a process of its own, so that what else the machine does falls on both.
 *
 * @param {readonly [string, string]} names of bench/training/engines.mjs
 * @param {keyof typeof models} model
 * @param {{ turns: number, seconds: number }} options how often each, and about how long
 * @returns samples per second of each, the ratio of the medians, and the least and most of the ratios of single turns
 */
export async function compareEngines(names, model, { turns, seconds }) {
  const all = engines(availableParallelism());
  const clients = names.map((name) => new EngineClient(all.find((engine) => engine.name === name)));
  try {
    for (const client of clients) answerOf(await client.answer());
    const ask = async (client, batches) => answerOf(await client.ask(models[model], batchSize, batches));
    // The first pass compiles, the second tells how many batches fill a turn.
    let batches = 20;
    for (const client of clients) await ask(client, batches);
    batches = Math.ceil((seconds * batches) / (await ask(clients[0], batches)));
    for (const client of clients) await ask(client, batches);
    const rates = clients.map(() => []);
    for (let turn = 0; turn < turns; turn += 1) {
      for (const [index, client] of clients.entries()) {
        rates[index].push((batchSize * batches) / (await ask(client, batches)));
      }
    }
    const ratios = rates[0].map((rate, turn) => rate / rates[1][turn]);
    return {
      rates: names.map((name, index) => ({ name, median: median(rates[index]), ...range(rates[index]) })),
      ratio: median(rates[0]) / median(rates[1]),
      spread: Object.values(range(ratios)),
    };
  } finally {
    for (const client of clients) client.end();
  }
}

const range = (values) => ({ least: Math.min(...values), most: Math.max(...values) });

function answerOf({ error, seconds }) {
  if (error) throw new Error(error);
  return seconds;
}
