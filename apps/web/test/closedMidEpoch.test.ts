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
  /** A character a byte: a list of numbers takes seconds on its way here, in which the run would end. */
  readonly checkpoints: readonly string[];
}

/**
 * Reads what the browser keeps.
 *
 * @param later whether to wait for a later checkpoint than the first one that is there, which may be that of before the first batch; the page
 *   itself waits, so that a busy machine does not come too late, after the end of the run
 */
function kept(page: Page, later = false): Promise<Kept> {
  return page.evaluate(async (later) => {
    const request = indexedDB.open("minibatch");
    await new Promise((resolve) => (request.onsuccess = resolve));
    const { result: database } = request;
    let first: string | undefined;
    for (;;) {
      const transaction = database.transaction(["runs", "checkpoints"]);
      const all = transaction.objectStore("runs").getAll();
      const saved = transaction.objectStore("checkpoints").getAll();
      await new Promise((resolve) => (transaction.oncomplete = resolve));
      const runs = all.result as StoredRun[];
      const decoder = new TextDecoder("x-user-defined");
      const checkpoints = (saved.result as Uint8Array[]).map((bytes) => decoder.decode(bytes));
      first ??= checkpoints[0];
      if (!later || checkpoints[0] !== first || runs.some(({ status }) => status === "done")) {
        database.close();
        return { runs, checkpoints };
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }, later);
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
    const { runs, checkpoints } = await kept(page, true);
    const tabs = page.context();
    await page.close();
    const [begun] = runs;
    expect(begun).toMatchObject({ status: "running", history: { loss: [] } });
    const { epoch, batch } = await decodeCheckpoint(Buffer.from(checkpoints[0] ?? "", "latin1"));
    expect(epoch).toBe(0);
    expect(batch).toBeGreaterThan(0);

    const again = await tabs.newPage();
    watchFaults(again);
    await again.goto(url + hash);
    const [left] = (await kept(again)).runs;
    expect(left?.status).toBe("running");
    await train(again, "Go on");
    await again.getByRole("button", { name: "New run", exact: true }).click();
    await train(again, "Start training");
    const all = await kept(again);
    const [interrupted, whole] = [...all.runs].sort((a, b) => a.created - b.created);
    expect(interrupted?.id).toBe(begun?.id);
    expect(whole?.history.loss).toHaveLength(1);
    expect(interrupted?.history).toEqual(whole?.history);
    expect(interrupted?.result?.test).toEqual(whole?.result?.test);
    expect(interrupted?.result?.confusionMatrix).toEqual(whole?.result?.confusionMatrix);
  },
);
