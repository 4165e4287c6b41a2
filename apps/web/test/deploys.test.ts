import { type Page, requireChromium } from "@minibatch/testing";
import { expect, it } from "vitest";
import { nextVersion, buildOver } from "./buildApp.ts";
import { openApp, watchFaults } from "./openApp.ts";
import { patience } from "./patience.ts";

/** Has the browser look for a new version now, as it does now and then; waits until its service worker has taken over. */
async function takeOver(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const changed = new Promise((resolve) =>
      navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }),
    );
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    await changed;
  });
}

/** How many versions the browser keeps the files of. */
function keptVersions(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const names = await caches.keys();
    return names.filter((name) => name.startsWith("minibatch-app-")).length;
  });
}

/** The address of the script that a page runs. */
function scriptOf(page: Page): Promise<string | null> {
  return page.getAttribute("script[type=module]", "src");
}

async function everyPageOpens(page: Page): Promise<void> {
  const links = page.locator(".header nav a");
  for (let index = 0; index < (await links.count()); index += 1) {
    const link = links.nth(index);
    await link.click();
    await page.getByRole("heading", { level: 1, name: (await link.textContent()) ?? "" }).waitFor();
  }
}

it(
  "after two deploys a tab that trains keeps training, and all its pages; a new tab is of the new version, and the old one goes with its last tab",
  patience,
  async (context) => {
    requireChromium(context);
    const next = [await nextVersion("second"), await nextVersion("third")];
    const hash = "#/train?epochs=1500&limit=320&backend=wasm";
    const { page: old, url, deploy } = await openApp(context, { hash, offline: true });
    const script = await scriptOf(old);
    await old.getByRole("button", { name: "Start training" }).click();
    await old.waitForSelector(".epochs");
    for (const folder of next) {
      deploy(folder);
      await takeOver(old);
    }
    // The first, which is open, and the third; nobody has the second.
    await expect.poll(() => keptVersions(old)).toBe(2);
    await everyPageOpens(old);
    await old.locator('nav a[href^="#/train"]').click();
    await old.waitForSelector('[data-status="running"]');

    const fresh = await old.context().newPage();
    watchFaults(fresh);
    await fresh.goto(url);
    await fresh.waitForSelector("h1");
    expect(await scriptOf(fresh)).not.toBe(script);
    await everyPageOpens(fresh);
    await old.close();
    await expect
      .poll(async () => {
        await fresh.reload();
        return keptVersions(fresh);
      })
      .toBe(1);
    await everyPageOpens(fresh);
  },
);

it("the first click of a visitor who comes back after a deploy works", patience, async (context) => {
  requireChromium(context);
  const folder = await nextVersion("second");
  const { page, url, deploy } = await openApp(context, { offline: true });
  const script = await scriptOf(page);
  await page.goto("about:blank");
  deploy(folder);
  await page.goto(url);
  await page.waitForSelector("h1");
  expect(await scriptOf(page)).toBe(script);
  // A browser looks for a new version at each visit.
  await page.waitForFunction(async () => {
    const { installing, waiting, active } = await navigator.serviceWorker.ready;
    const names = (await caches.keys()).filter((name) => name.startsWith("minibatch-app-"));
    return names.length === 2 && !installing && !waiting && active?.state === "activated";
  });
  await everyPageOpens(page);
});

it(
  "over plain http, after a deploy from the folder of the build before, an open tab has all its pages, and trains",
  patience,
  async (context) => {
    requireChromium(context);
    const folder = await buildOver("over");
    const { page, url, deploy } = await openApp(context, { host: "teacher.test" });
    const script = await scriptOf(page);
    await page.getByText(/The network reads \d/).waitFor();
    deploy(folder);
    await everyPageOpens(page);
    // Training has a worker of its own, whose scripts nobody has asked for yet.
    await page.goto(`${url}#/train?epochs=1&limit=320&backend=wasm`);
    expect(await scriptOf(page)).toBe(script);
    await page.getByRole("button", { name: "Start training" }).click();
    await page.waitForSelector('[data-status="done"]');
    await page.reload();
    await page.waitForSelector("h1");
    expect(await scriptOf(page)).not.toBe(script);
  },
);

it(
  "over plain http, where nothing keeps files, a page that a deploy took away says so, and leads to the new version",
  patience,
  async (context) => {
    requireChromium(context);
    const folder = await nextVersion("second");
    const { page, faults, deploy } = await openApp(context, { host: "teacher.test" });
    const script = await scriptOf(page);
    await page.getByText(/The network reads \d/).waitFor();
    deploy(folder);
    await page.locator('.header nav a[href^="#/data"]').click();
    await page.getByText("there is no network, or there is a new version of the app").waitFor();
    // A note of what went wrong may offer it, too.
    const lost = page.getByRole("alert").filter({ hasText: "This page could not be loaded" });
    await lost.getByRole("button", { name: "Reload" }).click();
    // The files that are gone are the point; some were asked for together, and are told one after another.
    faults.length = 0;
    await page.waitForSelector(".samples canvas");
    expect(await scriptOf(page)).not.toBe(script);
  },
);
