import { expect, it } from "vitest";
import { lessonFiles } from "../src/pages/Course/lessonFiles.ts";
import { mainThreadTasks } from "./mainThreadTasks.ts";
import { openApp } from "./openApp.ts";
import { threeTries } from "./patience.ts";

it(
  "while a network learns on the page Build with all its views open, no task of the main thread takes 50 ms",
  threeTries,
  async (context) => {
    // What is traced is all of a browser.
    const { page } = await openApp(context, { alone: true, hash: "#/build?rows=200", height: 1800 });
    await page.waitForSelector('[data-build-status="ready"]');
    const batches = async (): Promise<number> =>
      Number(await page.locator("[data-batches]").getAttribute("data-batches"));
    const tasks = await mainThreadTasks(page, async () => {
      await page.getByRole("button", { name: "Play" }).click();
      await expect.poll(batches).toBeGreaterThan(30);
      await page.locator(".strip .thumb").nth(3).click();
      await page.getByRole("img", { name: /^Loss\. / }).hover();
      const before = await batches();
      await expect.poll(batches).toBeGreaterThan(before + 30);
      await page.getByRole("button", { name: "Pause" }).click();
      await page.waitForSelector('[data-build-status="ready"]');
    });
    expect(await page.locator(".layer canvas").count()).toBeGreaterThan(2);
    expect(tasks.length).toBeGreaterThan(100);
    expect(Math.max(...tasks)).toBeLessThan(50);
  },
);

it(
  "while points of the plane are told apart, no task of the main thread takes 50 ms",
  threeTries,
  async (context) => {
    const { page } = await openApp(context, { alone: true, hash: "#/build?kind=plane&data=spiral" });
    await page.waitForSelector('[data-build-status="ready"]');
    const tasks = await mainThreadTasks(page, async () => {
      await page.getByRole("button", { name: "Play" }).click();
      await page.waitForFunction(
        () => Number(document.querySelector("[data-batches]")?.getAttribute("data-batches")) > 200,
      );
      await page.getByRole("button", { name: "Pause" }).click();
      await page.waitForSelector('[data-build-status="ready"]');
    });
    expect(Math.max(...tasks)).toBeLessThan(50);
  },
);

it(
  "while one reads the lessons, moves their figures, trains and measures in them, no task of the main thread takes 50 ms",
  threeTries,
  async (context) => {
    const { page, goTo } = await openApp(context, { alone: true, hash: "#/course" });
    await page.locator(".lessons a").first().waitFor();
    for (const file of lessonFiles) {
      const tasks = await mainThreadTasks(page, async () => {
        await goTo(`#/course/${file.replace(/^\d+-/, "")}`);
        await page.waitForSelector("[data-task] button");
        await page.locator("[data-question] input").first().press("Space");
        // Each slider to its end and back: what it draws is drawn for each value.
        for (const slider of await page.locator(".lesson-figure input[type=range]").all()) {
          for (const key of ["End", "Home", "ArrowRight", "ArrowRight"]) await slider.press(key);
        }
        for (const name of ["Train", "Measure", "50 steps", "Let them roll"]) {
          const button = page.getByRole("button", { name, exact: true });
          if ((await button.count()) > 0) await button.click();
        }
        // Until the last network is trained, and the last one is measured.
        await page.getByRole("button", { name: /^(Training|Measuring) …$/ }).waitFor({ state: "detached" });
      });
      expect(tasks.length, file).toBeGreaterThan(50);
      expect(Math.max(...tasks), file).toBeLessThan(50);
    }
  },
);
