import type { Page } from "@minibatch/testing";
import { expect, it } from "vitest";
import { openApp } from "./openApp.ts";
import { patience } from "./patience.ts";

/** A style of the first element that a selector finds, as it is drawn. */
function styleOf(page: Page, selector: string, name: string): Promise<string> {
  return page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), name);
}

it(
  "with forced colours one sees which page is open, bars, heat and lines, and reads every button",
  patience,
  async (context) => {
    const { page, goTo } = await openApp(context, { hash: "#/draw" });
    await page.emulateMedia({ forcedColors: "active" });
    await page.locator(".sheets canvas").first().waitFor();
    const ground = await styleOf(page, "body", "background-color");
    expect(await styleOf(page, "nav a:not([aria-current])", "border-bottom-color")).toBe(ground);
    expect(await styleOf(page, "nav a[aria-current]", "outline-style")).toBe("solid");
    expect(await styleOf(page, ".probabilities .best span", "background-color")).not.toBe(ground);

    await goTo("#/evaluate?dataset=synthetic-digits");
    await page.waitForSelector(".confusion button");
    expect(await styleOf(page, ".confusion button", "background-image")).toContain("gradient");

    await goTo("#/regression?data=drawn");
    await page.waitForSelector(".scatter [data-handle]");
    expect(await styleOf(page, ".scatter .straight path", "stroke")).not.toBe(ground);
    expect(await styleOf(page, "main button.primary", "color")).not.toBe(
      await styleOf(page, "main button.primary", "background-color"),
    );
    // Colours of the system, whatever the theme of the app.
    for (const theme of ["light", "dark"]) {
      await goTo(`#/regression?data=drawn&theme=${theme}`);
      await page.waitForSelector(`html[data-theme="${theme}"]`);
      expect(await styleOf(page, "body", "background-color")).toBe(ground);
      expect(await styleOf(page, ".scatter text", "fill")).not.toBe(ground);
    }
  },
);
