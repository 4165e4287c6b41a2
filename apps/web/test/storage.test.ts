import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startProfile, temporaryFolder } from "@minibatch/testing";
import { expect, it, onTestFinished } from "vitest";
import { actOnRun } from "./actOnRun.ts";
import { buildApp } from "./buildApp.ts";
import { openApp, watchFaults } from "./openApp.ts";
import { patience, stepPatience } from "./patience.ts";
import { serveFolder } from "./serveFolder.ts";

const hash = "#/train?epochs=1&limit=320&backend=wasm";

it(
  "in a frame of another site, where storage is blocked, a network trains, reads and is saved; the page says once that it keeps nothing",
  patience,
  async (context) => {
    const browser = await startProfile(context, { profile: { cookie_controls_mode: 1 } });
    browser.setDefaultTimeout(stepPatience);
    const app = await serveFolder(await buildApp());
    onTestFinished(() => app.close());
    const folder = await temporaryFolder();
    // To a browser localhost is another site than 127.0.0.1, and as safe.
    const inside = app.url.replace("127.0.0.1", "localhost") + hash;
    const outside = `<link rel="icon" href="data:," /><iframe width="1200" height="800" src="${inside}"></iframe>`;
    await writeFile(join(folder, "index.html"), outside);
    const server = await serveFolder(folder);
    onTestFinished(() => server.close());
    const page = await browser.newPage();
    watchFaults(page);
    await page.goto(server.url);
    const frame = page.frameLocator("iframe");
    await frame.getByRole("button", { name: "Start training" }).click();
    await frame.locator('[data-status="done"]').waitFor();
    await frame.getByText("This browser keeps nothing for this page").waitFor();
    expect(await frame.locator(".library tbody").textContent()).toContain("done");
    await frame.getByRole("button", { name: "All right" }).click();

    // The weights of its epoch are in the memory of the page, where another worker finds them.
    await frame.getByRole("link", { name: /^Look inside/ }).click();
    await frame.locator(".explored[data-epoch]").waitFor();
    await frame.locator('nav a[href^="#/train"]').click();

    const download = page.waitForEvent("download");
    await actOnRun(frame, /^Save:/);
    expect((await download).suggestedFilename()).toBe("digits-cnn.zip");
    // Another worker reads with the network, so that all have the same memory.
    await frame.getByRole("link", { name: "Draw for it" }).click();
    await frame.locator('[data-answer]:not([data-answer=""])').waitFor();
    expect(await frame.locator(".notice").count()).toBe(0);
  },
);

it(
  "where the storage is full a network trains, and the page says that what is new is not kept",
  patience,
  async (context) => {
    const { page, url } = await openApp(context, { hash });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Storage.overrideQuotaForOrigin", { origin: new URL(url).origin, quotaSize: 1 });
    await page.getByRole("button", { name: "Start training" }).click();
    await page.waitForSelector('[data-status="done"]');
    await page.getByText("The browser has no room left for this page.").waitFor();
    expect(await page.textContent(".library tbody")).toContain("done");
    await page.getByRole("link", { name: "Evaluate it" }).click();
    await page.waitForSelector(".confusion");
  },
);

it(
  "the first run asks the browser to keep what this page has when it needs room",
  patience,
  async (context) => {
    const { page } = await openApp(context, { hash });
    await page.evaluate(() => {
      navigator.storage.persist = async () => {
        document.documentElement.dataset["asked"] = "yes";
        return true;
      };
    });
    await page.getByRole("button", { name: "Start training" }).click();
    await expect.poll(() => page.getAttribute("html", "data-asked")).toBe("yes");
  },
);
