import { requireMirror } from "@minibatch/testing";
import { expect, it } from "vitest";
import { openApp } from "./openApp.ts";
import { patience } from "./patience.ts";

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
