import { expect, it } from "vitest";
import { openApp } from "./openApp.ts";
import { patience } from "./patience.ts";

it(
  "an address with names that there are not says which, and leads on: pages, datasets, networks",
  patience,
  async (context) => {
    const { page, goTo } = await openApp(context, { hash: "#/nowhere" });
    await page.getByRole("heading", { name: "There is no such page" }).waitFor();

    await goTo("#/data?dataset=nope");
    await page.getByRole("heading", { name: "There is no dataset “nope”" }).waitFor();
    await page.getByRole("link", { name: "Synthetic digits" }).click();
    await page.waitForSelector(".samples canvas");

    for (const hash of ["#/evaluate?model=nope", "#/draw?model=nope"]) {
      await goTo(hash);
      await page.getByRole("heading", { name: "The network “nope” is not in this browser" }).waitFor();
      expect(await page.getByRole("combobox", { name: "Network" }).inputValue()).toBe("nope");
      await page.getByRole("button", { name: "Use mnist-convnet" }).click();
      await page.getByRole("heading", { name: "is not in this browser" }).waitFor({ state: "detached" });
    }
    await page.waitForSelector("[data-answer]");
    await goTo("#/draw?model=nope&lang=zh");
    await page.getByRole("heading", { name: "此浏览器中没有模型“nope”" }).waitFor();
  },
);

it(
  "an address with a name that there is not says so where something else is shown in its place",
  patience,
  async (context) => {
    const { page, goTo } = await openApp(context, {
      hash: "#/train?recipe=nope&optimizer=magic&backend=tpu",
    });
    const notes = page.locator(".notice p");
    const cases: readonly (readonly [string, readonly string[]])[] = [
      ["#/train?recipe=nope&optimizer=magic&backend=tpu", ["Recipe", "Optimizer", "Backend"]],
      ["#/data?split=third&class=eleven", ["Part", "Class"]],
      ["#/regression?data=nope&feature=nope", ["Data", "Feature"]],
      [
        "#/course/networks?show=nope&function=nope&neuron=nope",
        ["Figure", "Activation function", "Activation function"],
      ],
      ["#/course/classification?label=nope", ["True class"]],
      ["#/course/convolutional-networks?kernel=nope&pool=nope", ["Kernel", "Pooling"]],
      ["#/course/networks?samples=5&units=5", ["Training digits", "Hidden units"]],
      ["#/evaluate?dataset=nope", ["Test set"]],
      ["#/?lang=xx&theme=pink", ["Language", "Theme"]],
    ];
    for (const [hash, labels] of cases) {
      await goTo(hash);
      await expect.poll(() => notes.count(), { message: hash }).toBe(labels.length);
      const texts = await notes.allTextContents();
      expect(texts.map((text) => text.split(":")[0])).toEqual(labels);
      expect(texts.every((text) => text.includes("so you see the usual one"))).toBe(true);
      await notes.first().getByRole("button", { name: "All right" }).click();
      await expect.poll(() => notes.count()).toBe(labels.length - 1);
    }
    // What runs then is what is shown.
    await goTo("#/train?recipe=nope&backend=tpu");
    expect(await page.getByRole("combobox", { name: "Recipe" }).inputValue()).toBe("digits-cnn");
    expect(await page.locator("input[name=backend]:checked").inputValue()).toBe("auto");
  },
);
