import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { requireMirror, temporaryFolder } from "@minibatch/testing";
import { expect, it, onTestFinished } from "vitest";
import { openApp } from "./openApp.ts";
import { patience } from "./patience.ts";
import { serveFolder } from "./serveFolder.ts";

/** A name that is not this machine's own to the browser, which so gives its pages no more than those of any other. */
const host = "teacher.test";

it(
  "over plain http a network trains, is kept across a reload and evaluated; the page says what is less",
  patience,
  async (context) => {
    const hash = "#/train?epochs=2&limit=640&backend=wasm";
    const { page, goTo } = await openApp(context, { host, hash });
    expect(await page.evaluate(() => [isSecureContext, typeof crypto.subtle])).toEqual([false, "undefined"]);
    await page.getByText("This page came over plain http").waitFor();
    await page.getByRole("button", { name: "Start training" }).click();
    await page.waitForSelector('[data-status="done"]');
    expect(await page.getAttribute(".epochs", "data-epochs")).toBe("2");
    await page.reload();
    await page.getByRole("button", { name: /^Show/ }).click();
    await page.getByRole("link", { name: "Evaluate it" }).click();
    await page.waitForSelector(".confusion");
    await goTo("#/course/gradient-descent");
    await page.waitForSelector(".lesson-figure");
  },
);

it("over plain http real data load, and are checked", patience, async (context) => {
  const datasets = { mirror: requireMirror(context), names: ["boston-housing"] };
  const { page } = await openApp(context, { host, hash: "#/regression", datasets });
  await page.getByRole("button", { name: "Fit the line" }).click();
  await page.waitForSelector("[data-status=done]");
  expect(await page.locator(".predictions tbody tr").count()).toBe(5);
});

it(
  "a lesson of a teacher's link works in a frame of another site, over plain http: large, without what the link hides, question, training and task",
  patience,
  async (context) => {
    const { page, url } = await openApp(context, { host, hash: "#/course" });
    const hash = "#/course/networks?present=1&hide=nav+code&samples=1000&show=overfitting";
    const folder = await temporaryFolder();
    const outside = `<link rel="icon" href="data:," /><iframe width="1200" height="800" src="${url}${hash}"></iframe>`;
    await writeFile(join(folder, "index.html"), outside);
    const server = await serveFolder(folder);
    onTestFinished(() => server.close());
    await page.goto(server.url);
    const frame = page.frameLocator("iframe");
    await frame.locator("[data-question=heart] input").nth(1).press("Space");
    await frame.getByText(/^Right\. /).waitFor();
    expect(await frame.locator("html").evaluate((root) => getComputedStyle(root).fontSize)).toBe("22px");
    // The numbers in a drawing grow with the text around it.
    const unit = await frame
      .locator(".lesson-figure .chart text")
      .first()
      .evaluate((text) => (text as SVGTextElement).getScreenCTM()?.a);
    expect(unit).toBeCloseTo(22 / 16, 1);
    expect(await frame.locator(".header nav").isVisible()).toBe(false);
    expect(await frame.locator(".lesson-codes").first().isVisible()).toBe(false);
    // What the link sets is set.
    expect(await frame.getByLabel("Training digits", { exact: true }).inputValue()).toBe("1000");
    await frame.getByRole("button", { name: "Train", exact: true }).click();
    await frame.locator("tr[data-status=done]").waitFor();
    await frame.locator("[data-task=others]").getByRole("button", { name: "Check" }).click();
    await frame.getByText(/^Solved\. /).waitFor();
  },
);
