import type { Page } from "@minibatch/testing";
import { expect, it } from "vitest";
import { mainThreadTasks } from "./mainThreadTasks.ts";
import { openApp } from "./openApp.ts";
import { patience, threeTries } from "./patience.ts";

/** A large step makes two epochs enough. */
const quickly = "epochs=2&learningRate=0.003&backend=wasm";

function statusIs(page: Page, status: string): Promise<unknown> {
  return page.waitForSelector(`[data-status="${status}"]`);
}

function click(page: Page, name: string): Promise<void> {
  return page.getByRole("button", { name, exact: true }).click();
}

/** Waits until so many epochs are over. */
function epochsAreOver(page: Page, count: number): Promise<unknown> {
  return page.waitForFunction(
    (count) => Number(document.querySelector(".epochs")?.getAttribute("data-epochs")) >= count,
    count,
  );
}

/** The accuracy on the test set in per cent, as the page shows it. */
async function testAccuracy(page: Page): Promise<number> {
  const figures = (await page.textContent(".figures")) ?? "";
  return Number(/Test accuracy([\d.]+)\s%/.exec(figures)?.[1]);
}

/** Clicks "Pause" or "Stop"; gives the milliseconds until the run no longer trains, its checkpoint written. */
function timeToEnd(page: Page, name: string): Promise<number> {
  return page.evaluate(async (name) => {
    const button = [...document.querySelectorAll("button")].find(({ textContent }) => textContent === name);
    const started = performance.now();
    button?.click();
    while (document.querySelector('[data-status="running"], [data-status="stopping"]')) {
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    return performance.now() - started;
  }, name);
}

it(
  "training on synthetic digits reaches 0.9, across a pause and a reload in the middle of it",
  patience,
  async (context) => {
    const { page } = await openApp(context, { hash: `#/train?${quickly}` });
    await click(page, "Start training");
    await page.waitForSelector('.figures:has-text("Samples/s")');
    await click(page, "Pause");
    await statusIs(page, "paused");
    expect(await page.textContent(".figures")).toContain("1 of 2");
    await click(page, "Go on");
    await epochsAreOver(page, 1);

    await page.reload();
    await click(page, "Go on");
    await statusIs(page, "running");
    await epochsAreOver(page, 1);
    await statusIs(page, "done");
    expect(await testAccuracy(page)).toBeGreaterThan(90);
    expect(await page.getAttribute(".epochs", "data-epochs")).toBe("2");
    expect(await page.locator(".epochs tbody tr").count()).toBe(0);
    await page.getByText("Epochs as a table").click();
    await expect.poll(() => page.locator(".epochs tbody tr").count()).toBe(2);
  },
);

it(
  "momentum and weight decay stand where the optimizer takes them, are refused out of range, and are those of the run",
  patience,
  async (context) => {
    const { page } = await openApp(context, {
      hash: "#/train?epochs=1&limit=200&backend=wasm&optimizer=adam",
    });
    const field = (name: string) => page.getByLabel(name, { exact: true });
    await page.getByText("More settings").waitFor();
    expect(await field("Momentum").count()).toBe(0);
    await field("Optimizer").selectOption("adamw");
    await expect.poll(() => field("Weight decay").count()).toBe(1);
    await field("Weight decay").fill("0.01");
    await field("Optimizer").selectOption("momentum");
    await expect.poll(() => field("Momentum").count()).toBe(1);
    expect(page.url()).not.toContain("weightDecay");

    await field("Momentum").fill("1");
    await page.getByText("momentum from 0 to below 1").waitFor();
    await field("Momentum").fill("0.5");
    await field("Weight decay").fill("0.001");
    await click(page, "Start training");
    await statusIs(page, "done");
    const kept = await page.evaluate(async () => {
      const request = indexedDB.open("minibatch");
      await new Promise((resolve) => (request.onsuccess = resolve));
      const runs = request.result.transaction("runs").objectStore("runs").getAll();
      await new Promise((resolve) => (runs.onsuccess = resolve));
      request.result.close();
      return (runs.result as { result?: { settings: object } }[]).map(({ result }) => result?.settings);
    });
    expect(kept).toMatchObject([{ optimizer: "momentum", momentum: 0.5, weightDecay: 0.001 }]);
  },
);

it(
  "one click on the first view trains; no task of the page's main thread takes 50 ms, and a stop 200 ms",
  threeTries,
  async (context) => {
    // What is traced is all of a browser.
    const { page } = await openApp(context, { alone: true });
    await page.getByText(/The network reads \d/).waitFor();
    const times: number[] = [];
    const tasks = await mainThreadTasks(page, async () => {
      await click(page, "Teach it digits");
      // Other programs may hold one pause up, but not each of them.
      do {
        await page.waitForSelector('.figures:has-text("Samples/s")');
        times.push(await timeToEnd(page, "Pause"));
        await click(page, "Go on");
        await statusIs(page, "running");
      } while (Math.min(...times) > 200 && times.length < 6);
      await epochsAreOver(page, 1);
      times.push(await timeToEnd(page, "Stop"));
      await statusIs(page, "done");
    });
    expect(tasks.length).toBeGreaterThan(100);
    expect(Math.max(...tasks)).toBeLessThan(50);
    expect(Math.min(...times)).toBeLessThan(200);
    // What was learned until then is measured and kept.
    expect(await testAccuracy(page)).toBeGreaterThan(70);
    expect(await page.textContent(".library tbody")).toContain("done");
  },
);

it("a run that ends at chance level says so, why that may be, and what to try", patience, async (context) => {
  const { page, goTo } = await openApp(context, {
    hash: "#/train?epochs=1&limit=320&learningRate=1000&backend=wasm",
  });
  await click(page, "Start training");
  await statusIs(page, "done");
  const text = await page.textContent(".diagnosis");
  expect(text).toContain("It learned nothing");
  expect(text).toMatch(
    /It gets \d+\.\d\s% of the test set right. Always answering with the most common class/,
  );
  expect(text).toContain("The learning rate was 1,000");
  expect(text).toContain("The recipe uses 0.001");
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await goTo("#/train?epochs=1&limit=320&learningRate=1000&backend=wasm&lang=zh");
  await page.getByRole("heading", { name: "它什么也没学到" }).waitFor();
});

it(
  "a recipe that takes longer says how long on this machine, before it is started and anew for other settings",
  patience,
  async (context) => {
    // Its card is enough: no sample is read.
    const datasets = { mirror: "", names: ["mnist"] };
    const hash = "#/train?recipe=mnist-softmax&backend=wasm";
    const { page, goTo } = await openApp(context, { hash, datasets });
    await page
      .getByText(/^Takes about [1-9]\d* (sec|min) on this machine, measured by a few batches$/)
      .waitFor();
    await goTo(`${hash}&epochs=100000`);
    await page.getByText("Measuring how long it takes here …").waitFor();
    await page.getByText(/^Takes about [\d,]+ hr on this machine/).waitFor();
    await goTo(`${hash}&lang=zh`);
    await page.getByText(/^在这台机器上大约需要 /).waitFor();
    // The first recipe takes seconds, and is not measured.
    await goTo("#/train?backend=wasm&lang=zh");
    await expect.poll(() => page.getByText(/测算|大约需要/).count()).toBe(0);
  },
);
