import type { Page } from "@minibatch/testing";
import { expect, it, type TestContext } from "vitest";
import { actOnRun } from "./actOnRun.ts";
import { openApp, watchFaults } from "./openApp.ts";
import { patience } from "./patience.ts";

/** So many epochs that it does not end while it is watched. */
const hash = "#/train?epochs=300&limit=320&backend=wasm";
const watching = "Another tab of this browser is training this run.";

/** Opens the page in two tabs: the first trains, and the second looks on. */
async function openTabs(context: TestContext, host: string | undefined): Promise<[Page, Page]> {
  const { page: first, url } = await openApp(context, host ? { hash, host } : { hash });
  await first.getByRole("button", { name: "Start training" }).click();
  await first.waitForSelector(".epochs");
  const second = await first.context().newPage();
  watchFaults(second);
  await second.goto(url + hash);
  await second.getByText(watching).waitFor();
  return [first, second];
}

for (const host of [undefined, "teacher.test"]) {
  it(
    `two tabs${host ? ", over plain http without locks" : ""}: one trains a run, the other looks on, and goes on when the first is closed`,
    patience,
    async (context) => {
      const [first, second] = await openTabs(context, host);
      const epoch = async (): Promise<number> =>
        Number(/Epoch(\d+) of 300/.exec((await second.textContent(".figures")) ?? "")?.[1]);
      const before = await epoch();
      await expect.poll(epoch).toBeGreaterThan(before);
      expect(await second.getByRole("button", { name: "Go on" }).count()).toBe(0);
      // Nor can it be deleted here.
      await actOnRun(second, /^Delete/);
      await second.getByText(watching).waitFor();
      expect(await second.locator(".library tbody tr").count()).toBe(1);

      await first.close();
      await second.waitForSelector('[data-status="paused"]');
      await second.getByRole("button", { name: "Go on" }).click();
      await second.waitForSelector('[data-status="running"]');
      expect(await second.getByText(watching).count()).toBe(0);
      // It goes on from what was kept last, which may be some epochs back.
      await expect.poll(epoch).toBeGreaterThan(before);
    },
  );
}

for (const host of [undefined, "teacher.test"]) {
  it(
    `two tabs${host ? ", over plain http without locks" : ""}: the one that looks on pauses and stops the run of the other, and goes on with it`,
    patience,
    async (context) => {
      const [first, second] = await openTabs(context, host);

      await second.getByRole("button", { name: "Pause" }).click();
      await first.waitForSelector('[data-status="paused"]');
      await second.getByRole("button", { name: "Go on" }).click();
      await second.waitForSelector('[data-status="running"]');
      // Now it is the first that looks on, of its own accord.
      await first.getByText(watching).waitFor();
      expect(await second.getByText(watching).count()).toBe(0);

      await first.getByRole("button", { name: "Stop" }).click();
      for (const page of [first, second]) {
        await page.waitForSelector('[data-status="done"]');
        expect(await page.textContent(".figures")).toContain("Test accuracy");
      }
    },
  );
}
