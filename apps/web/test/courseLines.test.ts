import type { Page } from "@minibatch/testing";
import { expect, it } from "vitest";
import { lessonFiles } from "../src/pages/Course/lessonFiles.ts";
import { openApp } from "./openApp.ts";
import { patience } from "./patience.ts";

/** The commas and full stops behind a term that stand on another line than it, and the sliders whose label runs into their number. */
function lineFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    /** The lines of an element's text, or where the first letter of a text is. */
    const boxes = (of: Node): DOMRect[] => {
      const range = document.createRange();
      range.selectNodeContents(of);
      if (of instanceof Text) range.setEnd(of, 1);
      return [...range.getClientRects()];
    };
    const apart = [...document.querySelectorAll("button.term")].flatMap((term) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      walker.currentNode = term.lastChild ?? term;
      let next = walker.nextNode();
      while (next?.textContent === "") next = walker.nextNode();
      const [mark] = next ? boxes(next) : [];
      if (!next || !mark || !/^[,.;:)?!，。；：）、？！]/.test(next.textContent ?? "")) return [];
      return mark.top > term.getBoundingClientRect().bottom - 4
        ? [`${term.textContent}${next.textContent?.slice(0, 1)}`]
        : [];
    });
    const over = [...document.querySelectorAll(".slider")].filter((slider) => {
      const label = slider.querySelector("label");
      const number = slider.querySelector(".value")?.getBoundingClientRect();
      return (
        label &&
        number &&
        boxes(label).some(
          ({ right, top, bottom }) => right > number.left && bottom > number.top && top < number.bottom,
        )
      );
    });
    return [...apart, ...over.map((slider) => slider.textContent ?? "")];
  });
}

it(
  "in no lesson, however wide the window and while it changes, a line begins with a comma or a label runs into its number",
  patience,
  async (context) => {
    const { page, goTo } = await openApp(context, { hash: "#/course" });
    let terms = 0;
    const found: string[] = [];
    for (const file of lessonFiles) {
      for (const lang of ["en", "zh"]) {
        await page.setViewportSize({ width: 1280, height: 900 });
        await goTo(`#/course/${file.replace(/^\d+-/, "")}?lang=${lang}`);
        await page.waitForSelector("[data-task] button");
        for (const width of [1280, 1000, 700, 520, 400, 360]) {
          await page.setViewportSize({ width, height: 900 });
          // What is measured anew when the window changes is drawn anew in the frame after.
          await page.evaluate(
            () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
          );
          for (const fault of await lineFaults(page)) found.push(`${file} ${lang} ${width}: ${fault}`);
          terms += await page.locator("button.term").count();
        }
      }
    }
    expect(terms).toBeGreaterThan(500);
    expect(found).toEqual([]);
  },
);
