import type { Page } from "@minibatch/testing";
import { findRecipe, resolveSettings, type RecipeSettings } from "@minibatch/recipes";
import { newRun } from "../src/pages/Train/newRun.ts";
import type { StoredRun } from "../src/storage/runs.ts";
import { doneRun } from "./doneRun.ts";

/** A finished run of the first recipe, whose losses fall from `from` to a tenth of it. */
export function finishedRun(id: string, settings: RecipeSettings, from: number): StoredRun {
  const recipe = findRecipe(doneRun.recipe);
  const loss = Array.from({ length: 8 }, (_, epoch) => from * 0.1 ** (epoch / 7));
  const accuracy = loss.map((value) => 1 - value / 10);
  const { result } = doneRun;
  if (!result) throw new Error("The run of the tests has no result.");
  return {
    ...newRun(recipe, settings),
    id,
    created: Date.UTC(2026, 0, 1) - id.charCodeAt(0) * 60_000,
    status: "done",
    backend: "wasm",
    history: { loss, accuracy, valLoss: loss.map((value) => value * 1.2), valAccuracy: accuracy },
    trainSamples: 900,
    result: { ...result, settings: resolveSettings(recipe, settings), test: { loss: from, accuracy: 0.9 } },
  };
}

/** Puts runs where the app keeps them, and loads it anew, so that it finds them there. */
export async function keepRuns(page: Page, kept: readonly StoredRun[]): Promise<void> {
  await page.evaluate(async (kept) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open("minibatch");
      request.onupgradeneeded = () => {
        for (const name of ["runs", "checkpoints", "models", "modelFiles"]) {
          request.result.createObjectStore(name);
        }
      };
      request.addEventListener("success", () => resolve(request.result));
      request.addEventListener("error", () => reject(request.error));
    });
    const transaction = database.transaction("runs", "readwrite");
    for (const run of kept) transaction.objectStore("runs").put(run, run.id);
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    database.close();
  }, kept);
  await page.reload();
  await page.waitForSelector("h1");
}

/** The names of the runs that the browser keeps at this moment, whatever the page shows. */
export function keptIds(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const request = indexedDB.open("minibatch");
    await new Promise((resolve) => (request.onsuccess = resolve));
    const keys = request.result.transaction("runs").objectStore("runs").getAllKeys();
    await new Promise((resolve) => (keys.onsuccess = resolve));
    request.result.close();
    return keys.result as string[];
  });
}
