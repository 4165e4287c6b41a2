import { requireMirror } from "@minibatch/testing";
import { expect, it } from "vitest";
import { openApp } from "./openApp.ts";
import { patience } from "./patience.ts";

it(
  "the data page shows samples with labels, those of one class, and the numbers of the one that is chosen",
  patience,
  async (context) => {
    const { page } = await openApp(context, { hash: "#/data" });
    await page.waitForSelector(".samples canvas");
    expect(await page.locator(".samples li").count()).toBe(60);
    await page.getByLabel("Class", { exact: true }).selectOption("3");
    await page.waitForFunction(() => {
      const labels = [...document.querySelectorAll(".samples span")].map(({ textContent }) => textContent);
      return labels.length === 60 && labels.every((label) => label === "3");
    });
    await page.locator(".samples button").nth(4).click();
    const name = await page.locator(".samples button").nth(4).getAttribute("aria-label");
    expect(await page.locator(".numbers").getAttribute("aria-label")).toBe(name);
    expect(await page.locator(".numbers text").count()).toBe(28 * 28);
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByText("61 to 120 of 1,000").waitFor();
    expect(new URL(page.url()).hash).toBe("#/data?class=3&page=1");
    await page.getByLabel("Part").selectOption("test");
    await page.getByText("1 to 60 of 200").waitFor();
    // The last page is not full, and what stands below stays where it is.
    const below = async (): Promise<number | undefined> => (await page.locator(".numbers").boundingBox())?.y;
    const before = await below();
    for (const range of ["61 to 120", "121 to 180", "181 to 200"]) {
      await page.getByRole("button", { name: "Next" }).click();
      await page.getByText(`${range} of 200`).waitFor();
    }
    await expect.poll(() => page.locator(".samples li").count()).toBe(20);
    expect(await below()).toBe(before);
  },
);

it("the data page says how to get a dataset that the server does not have", patience, async (context) => {
  const { page } = await openApp(context, { hash: "#/data?dataset=mnist", width: 360 });
  await page.getByRole("heading", { name: "MNIST is not on this server" }).waitFor();
  expect(await page.textContent("pre")).toContain("datasets fetch mnist");
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
});

it(
  "the pictures of samples are as large as each other, however long the names of their classes",
  patience,
  async (context) => {
    const { page } = await openApp(context, { hash: "#/data" });
    await page.waitForSelector(".samples canvas");
    const widths = await page.evaluate(() => {
      const names = ["Bag", "Ankle boot", "automobile", "T-shirt/top", "a class with a name of many words"];
      for (const [index, label] of document.querySelectorAll(".samples span").entries()) {
        label.textContent = names[index % names.length] ?? "";
      }
      return [...document.querySelectorAll(".samples canvas")].map((canvas) => canvas.clientWidth);
    });
    expect(widths.length).toBe(60);
    expect(Math.max(...widths) - Math.min(...widths)).toBeLessThanOrEqual(1);
    expect(Math.min(...widths)).toBeGreaterThan(40);
  },
);

it(
  "the data page shows the numbers of CIFAR-10 in their colour: 255 is bright",
  patience,
  async (context) => {
    const datasets = { mirror: requireMirror(context), names: ["cifar-10"] };
    const { page } = await openApp(context, { hash: "#/data?dataset=cifar-10", datasets });
    await page.waitForSelector(".numbers rect");
    for (const [name, channel] of [["Red", 0] as const, ["Blue", 2] as const]) {
      await page.getByLabel("Colour").selectOption({ label: name });
      const cells = await page
        .locator(".numbers g")
        .evaluateAll((cells) =>
          cells.map((cell) => [cell.querySelector("rect")?.getAttribute("fill"), cell.textContent]),
        );
      expect(cells.length).toBe(32 * 32);
      const fill = (value: string): string => [0, 1, 2].map((at) => (at === channel ? value : 0)).join(" ");
      for (const [colour, value] of cells) expect(colour).toBe(`rgb(${fill(value ?? "")})`);
    }
  },
);
