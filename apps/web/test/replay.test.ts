import { expect, it } from "vitest";
import { actOnRun } from "./actOnRun.ts";
import { openApp, watchFaults } from "./openApp.ts";
import { patience } from "./patience.ts";

it(
  "the link of a run trains it again in another browser, and says that loss and accuracy are the same to the last digit, or not",
  patience,
  async (context) => {
    const hash = "#/train?epochs=2&limit=320&seed=7&backend=wasm";
    const { page } = await openApp(context, { hash });
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "Start training", exact: true }).click();
    await page.waitForSelector('[data-status="done"]');
    await actOnRun(page, /^Copy link/);
    await page.getByText("The link is copied: whoever opens it can train the run again.").waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const parameters = new URLSearchParams(link.replace(/^.*\?/, ""));
    expect(Object.fromEntries(parameters)).toMatchObject({
      recipe: "digits-cnn",
      epochs: "2",
      limit: "320",
      seed: "7",
      backend: "wasm",
    });

    // Another visitor: nothing is kept there.
    const visitor = await page.context().browser()?.newContext({ locale: "en-US" });
    const other = await visitor?.newPage();
    if (!visitor || !other) throw new Error("There is no second visitor.");
    watchFaults(other);
    await other.goto(link);
    await other.getByText(`It ended with a test loss of ${parameters.get("endLoss")}`).waitFor();
    await other.getByRole("button", { name: "Start training", exact: true }).click();
    await other.waitForSelector('[data-replayed="same"]');
    await other.getByText("it ends with the same numbers, to the last digit").waitFor();

    // One digit off, and it says so.
    const loss = Number(parameters.get("endLoss"));
    parameters.set("endLoss", String(loss * (1 + 2 ** -50)));
    await other.evaluate((hash) => (location.hash = hash), `#/train?${parameters}`);
    await other.waitForSelector('[data-replayed="other"]');
    await visitor.close();
  },
);
