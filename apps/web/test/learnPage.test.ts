import type { Page } from "@minibatch/testing";
import { expect, it } from "vitest";
import { openApp } from "./openApp.ts";
import { patience } from "./patience.ts";

/** The number that a widget of the page shows. */
function valueOf(page: Page, name: string): Promise<string | null> {
  return page.textContent(`[data-value="${name}"]`);
}

it(
  "the learn page shows the figures of the courses, and others when a slider is moved by keyboard",
  patience,
  async (context) => {
    const { page } = await openApp(context, { hash: "#/learn" });
    expect(await valueOf(page, "descent")).toBe("0.3855");
    expect(await valueOf(page, "loss")).toBe("0.6638");
    expect(await valueOf(page, "one-hot")).toBe("1, 0, 0");
    expect(await valueOf(page, "softmax")).toBe("0.408");
    expect(await valueOf(page, "neuron")).toBe("0.574");

    await page.getByLabel("Learning rate").focus();
    for (let step = 0; step < 9; step += 1) await page.keyboard.press("ArrowRight");
    await expect.poll(() => valueOf(page, "descent")).toBe("0.435");
    await page.getByLabel("Learning rate").press("End");
    await page.getByText("the learning rate is too large").waitFor();
    await expect.poll(() => new URL(page.url()).hash).toBe("#/learn?rate=1.1");

    await page.getByLabel("Kernel, row 2, column 2").fill("5");
    await page.keyboard.press("Tab");
    await expect.poll(() => new URL(page.url()).hash).toContain("kernel=own");
  },
);

it(
  "a link to the learn page shows the idea and the settings that it names, in its language",
  patience,
  async (context) => {
    const { page } = await openApp(context, {
      hash: "#/learn?lang=zh&show=softmax&label=other&z1=0&z2=0&z3=0&function=relu&x=-2",
      width: 360,
    });
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.querySelector("h2")?.id))
      .toBe("softmax");
    expect(await valueOf(page, "one-hot")).toBe("0, 0, 1");
    // Three equal logits: the logarithm of 3.
    expect(await valueOf(page, "softmax")).toBe("1.099");
    expect(await valueOf(page, "activation")).toBe("0");
    expect(await page.getByRole("combobox", { name: "激活函数" }).nth(1).inputValue()).toBe("relu");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  },
);

it(
  "the learn page trains a network that knows its digits by heart and others less well",
  patience,
  async (context) => {
    const { page } = await openApp(context, { hash: "#/learn?samples=30&show=overfitting" });
    await page.getByRole("button", { name: "Train" }).click();
    const cells = page.locator("tr[data-status=done] td");
    await cells.first().waitFor();
    const [samples = 0, units = 0, seen = 0, unseen = 0] = (await cells.allTextContents()).map(
      Number.parseFloat,
    );
    expect([samples, units]).toEqual([30, 64]);
    expect(seen).toBeGreaterThan(95);
    expect(unseen).toBeLessThan(80);
  },
);
