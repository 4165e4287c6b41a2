import { expect, it } from "vitest";
import { openApp } from "./openApp.ts";
import { patience } from "./patience.ts";

it(
  "the evaluation page measures the network of the app on synthetic digits, and shows the images of a cell",
  patience,
  async (context) => {
    const { page, goTo } = await openApp(context, { hash: "#/evaluate?dataset=synthetic-digits" });
    await page.waitForSelector(".confusion");

    const counts = await page
      .locator(".confusion button[data-cell]")
      .evaluateAll((cells) =>
        cells.map((cell) => [cell.getAttribute("data-cell"), cell.textContent] as const),
      );
    const number = (text: string | null): number => Number(text?.replaceAll(",", ""));
    const total = counts.reduce((sum, [, text]) => sum + number(text), 0);
    const right = counts
      .filter(([cell]) => cell?.split("-")[0] === cell?.split("-")[1])
      .reduce((sum, [, text]) => sum + number(text), 0);
    // The test set of the synthetic digits; the network never saw one of them.
    expect(total).toBe(2000);
    expect(right / total).toBeGreaterThan(0.7);
    const figures = await page.textContent(".figures");
    expect(figures).toContain(`${((100 * right) / total).toFixed(2)}\u00A0%`);
    expect(figures).toContain((total - right).toLocaleString("en"));

    // By keyboard alone: a cell beside the diagonal.
    const mistaken = counts.find(([cell]) => cell?.split("-")[0] !== cell?.split("-")[1]);
    await page.locator(`[data-cell="${mistaken?.[0]}"]`).focus();
    await page.keyboard.press("Enter");
    const images = page.locator(".cell-images li");
    await expect.poll(() => images.count()).toBe(Math.min(60, number(mistaken?.[1] ?? null)));
    await expect
      .poll(() =>
        page.locator(".cell-images").evaluate((section) => {
          const { top, bottom, height } = section.getBoundingClientRect();
          return top >= 0 && (bottom <= innerHeight + 1 || height > innerHeight);
        }),
      )
      .toBe(true);
    expect(page.url()).toContain(`cell=${mistaken?.[0]}`);

    // Whoever closes them is back at the cell.
    await page.getByRole("button", { name: "Close" }).click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-cell"))).toBe(mistaken?.[0]);

    // The address brings it all back, in the other language too.
    await goTo(`#/evaluate?dataset=synthetic-digits&cell=${mistaken?.[0]}&percent=1&lang=zh`);
    await expect.poll(() => page.textContent(".cell-images h2")).toContain("被认成");
    expect(await page.locator(`[data-cell="${mistaken?.[0]}"]`).textContent()).toContain("%");
    expect(await page.locator(".report tbody tr").count()).toBe(11);
  },
);
