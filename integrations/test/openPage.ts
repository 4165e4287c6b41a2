import { type Page, startChromium } from "@minibatch/testing";
import { expect, onTestFinished, type TestContext } from "vitest";

/** Opens a page in Chromium; the test fails when it asks another origin for anything. */
export async function openPage(context: TestContext, url: string): Promise<Page> {
  const browser = await startChromium(context);
  const page = await browser.newPage();
  const elsewhere: string[] = [];
  page.on("request", (request) => {
    if (!/^(?:blob|data):/.test(request.url()) && new URL(request.url()).origin !== new URL(url).origin)
      elsewhere.push(request.url());
  });
  onTestFinished(() => expect(elsewhere, "requests to other origins").toEqual([]));
  await page.goto(url);
  // A page that hydrates sets it later.
  await page.waitForFunction(() => "results" in globalThis);
  return page;
}
