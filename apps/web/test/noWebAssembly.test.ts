import { expect, it } from "vitest";
import { openApp } from "./openApp.ts";
import { patience } from "./patience.ts";

it(
  "in a browser without WebAssembly all pages work on the CPU: a digit is read, a network learns",
  patience,
  async (context) => {
    const { page, goTo } = await openApp(context, {
      hash: "#/draw",
      prelude: "delete globalThis.WebAssembly;",
    });
    expect(await page.evaluate(() => typeof WebAssembly)).toBe("undefined");
    await page.waitForSelector('[data-answer]:not([data-answer=""])');

    await goTo("#/course/networks?show=overfitting&samples=30&units=2");
    await page.getByRole("button", { name: "Train", exact: true }).click();
    await page.waitForSelector(".lesson-figure table tbody tr");

    await goTo("#/evaluate?dataset=synthetic-digits");
    await page.getByText("Evaluating,").waitFor();

    await goTo("#/train?epochs=1&limit=64");
    await page.locator("summary", { hasText: "Backend: " }).click();
    await page.getByText("this engine has no WebAssembly SIMD").waitFor();
    await page.getByRole("button", { name: "Start training" }).click();
    await page.getByText("Computed by JavaScript").waitFor();
  },
);
