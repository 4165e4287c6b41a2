import { expect, it } from "vitest";
import { openApp } from "./openApp.ts";
import { patience } from "./patience.ts";

it(
  "what fails where no page waits for it is said, with the way on, in the language of the page",
  patience,
  async (context) => {
    const { page, goTo, faults } = await openApp(context, { hash: "#/draw" });
    await page.evaluate(() => setTimeout(() => void Promise.reject(new Error("A file is gone."))));
    await page.getByText("Something went wrong: A file is gone.").waitFor();
    await goTo("#/draw?lang=zh");
    await page.getByText("出错了：A file is gone.").waitFor();
    expect(faults).toEqual(["Error: A file is gone."]);
    faults.length = 0;
    await page.getByRole("button", { name: "刷新" }).click();
    await page.waitForSelector(".notice", { state: "detached" });
  },
);
