import { expect, it } from "vitest";
import { openApp } from "./openApp.ts";

it("one click on the first page trains a network on synthetic digits", {
  timeout: 120_000,
}, async (context) => {
  const { page } = await openApp(context, { hash: "#/train?epochs=1" });
  await page.getByRole("button", { name: "Start training" }).click();
  await page.waitForSelector('[data-status="done"]', { timeout: 100_000 });
  expect(await page.textContent(".figures")).toMatch(/Test accuracy\d\d/);
});
