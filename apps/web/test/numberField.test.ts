import { expect, it } from "vitest";
import { openApp } from "./openApp.ts";
import { patience } from "./patience.ts";

it(
  "a number field stays empty when it is emptied, so that 64 with two Backspaces and 32 is 32",
  patience,
  async (context) => {
    const { page, goTo } = await openApp(context, { hash: "#/train" });
    const field = page.getByRole("spinbutton", { name: "Batch size" });
    await expect.poll(() => field.inputValue()).toBe("64");
    await field.focus();
    await page.keyboard.press("End");
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Backspace");
    expect(await field.inputValue()).toBe("");
    await page.keyboard.type("32");
    expect(await field.inputValue()).toBe("32");
    expect(new URL(page.url()).hash).toBe("#/train?batchSize=32");

    // Left empty, it is again what the recipe has; so is what is no number.
    for (const text of ["", "1e"]) {
      await field.focus();
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.press("Backspace");
      await page.keyboard.type(text);
      await page.keyboard.press("Tab");
      expect(await field.inputValue(), `after “${text}”`).toBe("64");
    }

    await goTo("#/regression?data=drawn");
    const epochs = page.getByRole("spinbutton", { name: "Epochs" });
    await epochs.focus();
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.press("Backspace");
    expect(await epochs.inputValue()).toBe("");
    await page.keyboard.type("7");
    expect(await epochs.inputValue()).toBe("7");
  },
);
