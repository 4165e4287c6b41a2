import { decodeCheckpoint } from "@minibatch/training";
import type { Page } from "@minibatch/testing";
import { expect, it } from "vitest";
import { openApp, watchFaults } from "./openApp.ts";
import { patience } from "./patience.ts";
import type { StoredRun } from "../src/storage/runs.ts";

/** One epoch of thousands of steps: it takes many seconds on any machine. */
const hash = "#/train?epochs=1&batchSize=1&limit=4500&backend=wasm";

/** What the browser keeps, whatever the page shows. */
interface Kept {
  readonly runs: readonly StoredRun[];
  readonly checkpoints: readonly (readonly number[])[];
}

/** Reads what the browser keeps, once there are so many checkpoints; the page itself waits, so that no time passes in between. */
function keptWith(page: Page, least: number): Promise<Kept> {
  return page.evaluate(async (least) => {
    const request = indexedDB.open("minibatch");
    await new Promise((resolve) => (request.onsuccess = resolve));
    const { result: database } = request;
    for (;;) {
      const transaction = database.transaction(["runs", "checkpoints"]);
      const all = transaction.objectStore("runs").getAll();
      const saved = transaction.objectStore("checkpoints").getAll();
      await new Promise((resolve) => (transaction.oncomplete = resolve));
      if (saved.result.length >= least) {
        database.close();
        const checkpoints = (saved.result as Uint8Array[]).map((bytes) => [...bytes]);
        return { runs: all.result as StoredRun[], checkpoints };
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }, least);
}

/** Reads on past the checkpoint of before the first batch. */
async function keptWithinEpoch(
  page: Page,
): Promise<Kept & { readonly epoch: number; readonly batch: number }> {
  for (;;) {
    const kept = await keptWith(page, 1);
    const { epoch, batch } = await decodeCheckpoint(Uint8Array.from(kept.checkpoints[0] ?? []));
    if (epoch > 0 || batch > 0) return { ...kept, epoch, batch };
    await page.waitForTimeout(50);
  }
}

async function train(page: Page, button: string): Promise<void> {
  await page.getByRole("button", { name: button, exact: true }).click();
  await page.waitForSelector('[data-status="done"]');
}

it(
  "a run whose page is closed within its only epoch goes on from within it, to the same end as one in one go",
  patience,
  async (context) => {
    const { page, url } = await openApp(context, { hash });
    await page.getByRole("button", { name: "Start training", exact: true }).click();
    const { runs, epoch, batch } = await keptWithinEpoch(page);
    const tabs = page.context();
    await page.close();
    const [begun] = runs;
    expect(begun).toMatchObject({ status: "running", history: { loss: [] } });
    expect(epoch).toBe(0);
    expect(batch).toBeGreaterThan(0);

    const again = await tabs.newPage();
    watchFaults(again);
    await again.goto(url + hash);
    const [left] = (await keptWith(again, 0)).runs;
    expect(left?.status, JSON.stringify(left)).toBe("running");
    await train(again, "Go on");
    await again.getByRole("button", { name: "New run", exact: true }).click();
    await train(again, "Start training");
    const all = await keptWith(again, 0);
    const [interrupted, whole] = [...all.runs].sort((a, b) => a.created - b.created);
    expect(interrupted?.id).toBe(begun?.id);
    expect(whole?.history.loss).toHaveLength(1);
    expect(interrupted?.history).toEqual(whole?.history);
    expect(interrupted?.result?.test).toEqual(whole?.result?.test);
    expect(interrupted?.result?.confusionMatrix).toEqual(whole?.result?.confusionMatrix);
  },
);
