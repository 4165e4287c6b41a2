import { join } from "node:path";
import { temporaryFolder } from "@minibatch/testing";
import { expect, it } from "vitest";
import { actOnRun } from "./actOnRun.ts";
import { axeChecks } from "./axeChecks.ts";
import { openApp } from "./openApp.ts";
import { runCommand } from "./runCommand.ts";
import { unzipped } from "./unzipped.ts";
import { patience } from "./patience.ts";

/** As much as is used of what the command prints. */
interface Evaluation {
  readonly accuracy: number;
}

it(
  "a network on points is kept as a run, evaluated, looked into, saved, evaluated and repeated by the command, opened again, and trained on",
  patience,
  async (context) => {
    const points = "a2828a2840a5028b8w8wb8w8gb7s8w";
    const { page, goTo } = await openApp(context, {
      hash: `#/build?kind=plane&data=own&points=${points}&rate=0.03`,
    });
    await page.waitForSelector('[data-build-status="ready"]');
    await page.getByRole("button", { name: "Play" }).click();
    await page.locator("dd", { hasText: "100.0 %" }).waitFor();
    await page.getByRole("button", { name: "Keep as a run" }).click();
    await page.getByText("Kept as dense8-dense8: 100.0 % of its own points are right.").waitFor();
    const loss = Number(await page.locator("dd").first().textContent());

    await page.getByRole("link", { name: "Evaluate it" }).click();
    await page.getByText("Measured on the points that it learned from").waitFor();
    await expect
      .poll(() => page.locator(".confusion tbody td").allTextContents())
      .toEqual(expect.arrayContaining(["3", "3"]));

    // What it was before training and after its epochs is kept, too.
    await page.getByRole("link", { name: "Look inside, epoch by epoch" }).click();
    await page.getByRole("img", { name: "What it answers on the plane" }).waitFor();
    const plane = (): Promise<string | undefined> =>
      page.evaluate(() => document.querySelector<HTMLCanvasElement>(".explored canvas")?.toDataURL());
    const last = await plane();
    await page.getByLabel("Epoch", { exact: true }).press("Home");
    await page.waitForSelector('.explored[data-epoch="0"]');
    await expect.poll(plane).not.toBe(last);
    const axe = await axeChecks(page);
    await axe.check("what it answers on the plane");
    expect(axe.found).toEqual([]);

    // Saved, and opened again: all that the run has is in its file.
    await goTo("#/runs");
    const download = page.waitForEvent("download");
    await actOnRun(page, /^Save:/);
    const zip = join(await temporaryFolder(), "points.zip");
    await (await download).saveAs(zip);
    // Unpacked, the command evaluates it, repeats it, and answers for a point.
    const folder = await unzipped(zip);
    const evaluation = await runCommand<Evaluation>(folder, "evaluate", ".");
    expect(evaluation).toMatchObject({ dataset: "points-own", accuracy: 1, samples: 6 });
    const repeated = await runCommand<{ readonly test: Evaluation }>(folder, "train", "experiment.json");
    expect(repeated.test.accuracy).toBe(1);
    await page.getByLabel("Open files …").setInputFiles(zip);
    await expect.poll(() => page.locator(".library tbody tr").count()).toBe(2);
    const opened = page.locator(".library tbody tr").first();

    await opened.getByRole("link", { name: /^Look inside/ }).click();
    await page.getByRole("img", { name: "What it answers on the plane" }).waitFor();
    await page.getByText(/^3 points of A, 3 points of B; the network answers B on/).waitFor();
    await page.locator("dd", { hasText: "100.0 %" }).waitFor();

    await goTo("#/runs");
    await actOnRun(opened, /^Train further in Build/, "link");
    await page.getByText("Goes on from the run dense8-dense8-2, with its weights.").waitFor();
    await expect.poll(() => new URL(page.url()).hash).toContain(`points=${points}`);
    await page.waitForSelector('[data-build-status="ready"]');
    await page.getByRole("button", { name: "One batch" }).click();
    // New weights would have about 0.7.
    await expect
      .poll(async () => Number(await page.locator("dd").first().textContent()))
      .toBeLessThan(Math.max(0.3, 2 * loss));
  },
);

it(
  "a run that is not there any more cannot be gone on from, which the controls say until one begins anew",
  patience,
  async (context) => {
    const { page } = await openApp(context, { hash: "#/build?from=gone" });
    await page.getByText("This browser no longer keeps the model").waitFor();
    await page.waitForSelector('[data-build-status="noRun"]');
    await expect.poll(() => page.getByRole("button", { name: "Play" }).isDisabled()).toBe(true);
    await page.getByText("This run cannot be gone on from.").waitFor();
    await page.getByRole("button", { name: "Begin with new weights" }).click();
    await page.waitForSelector('[data-build-status="ready"]');
    await expect.poll(() => page.getByRole("button", { name: "Play" }).isDisabled()).toBe(false);
  },
);
