import { fork } from "node:child_process";
import { once } from "node:events";
import { startBackend } from "@minibatch/backends";
import { findRecipe, trainRecipe } from "@minibatch/recipes";
import { speedOf } from "./speedOf.mjs";

/**
 * Trains the first steps of a recipe in a process of its own, as fresh as a tab.
 *
 * @param {string} recipe
 * @param {number} steps
 * @param {number} threads
 * @returns {Promise<{ device: string, samplesPerSecond: number }>}
 */
export async function trainInNode(recipe, steps, threads) {
  const child = fork(new URL(import.meta.url), [recipe, String(steps), String(threads)]);
  const [[message], [code]] = await Promise.all([once(child, "message"), once(child, "exit")]);
  if (code !== 0) throw new Error(`Node ended with ${code}`);
  return message;
}

if (process.send) {
  const [name, steps, threads] = process.argv.slice(2);
  const { device } = await startBackend("wasm", { threads: Number(threads) });
  const recipe = findRecipe(name);
  const { batchSize } = recipe.schedule;
  const heard = [];
  const ending = new AbortController();
  await trainRecipe(recipe, {
    epochs: 1,
    limit: Number(steps) * batchSize,
    mirror: process.env["MINIBATCH_MIRROR"],
    signal: ending.signal,
    onEvent(event) {
      if (event.type !== "batch") return;
      heard.push({ batch: event.batch, at: performance.now() });
      if (event.batch === Number(steps)) ending.abort();
    },
  }).catch((error) => {
    if (!ending.signal.aborted) throw error;
  });
  process.send({ device, samplesPerSecond: speedOf(heard, batchSize) });
  process.disconnect();
}
