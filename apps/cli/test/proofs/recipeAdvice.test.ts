import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { temporaryFolder } from "@minibatch/testing";
import { expect, it } from "vitest";
import { runCli } from "../runCli.ts";

const source = (name: string): string =>
  JSON.stringify(new URL(`../../../../packages/${name}/src/index.ts`, import.meta.url).href);

/** Batch normalization as tfjs has it, at a momentum of 0.99. */
const normalized = `import { findRecipe } from ${source("recipes")};
import { resnet } from ${source("models")};
const recipe = findRecipe("digits-cnn");
export default {
  ...recipe,
  schedule: { ...recipe.schedule, learningRate: 0.02, batchSize: 32 },
  createModel: (seed) => resnet({ inputShape: [28, 28, 1], widths: [4, 8, 8], classes: 10, seed }),
};`;

it("minibatch train <recipe> says of a network that answers one class for all why, and what to do", async () => {
  const cwd = await temporaryFolder();
  await writeFile(join(cwd, "experiment.mjs"), normalized);
  const options = [
    "--epochs",
    "4",
    "--limit",
    "450",
    "--backend",
    "wasm",
    "--threads",
    "1",
    "--out",
    "run",
    "--quiet",
  ];
  const { code, stdout, stderr } = await runCli(["train", "experiment.mjs", ...options, "--json"], { cwd });
  expect(code, stderr).toBe(0);
  const result = JSON.parse(stdout) as {
    readonly advice: readonly string[];
    readonly batchNormalization: object;
    readonly history: { readonly accuracy: readonly number[] };
    readonly test: { readonly accuracy: number };
  };
  // Of 405 rows, 13 batches an epoch.
  expect(result.batchNormalization).toEqual({ momentum: 0.99, steps: 52 });
  expect(result.history.accuracy.at(-1)).toBeGreaterThan(0.32);
  expect(result.test.accuracy).toBeLessThan(0.15);
  const [guesses, learned, averages] = result.advice;
  expect(result.advice).toHaveLength(3);
  expect(guesses).toMatch(
    /^It is right for .+ % of the test set, and who always says the commonest class for 10\.\d\d %\. It says "\d" to/,
  );
  expect(learned).toMatch(/^Of the training samples it knows/);
  expect(averages).toBe(
    "Batch normalization predicts by averages that still hold 59 % of what they began with, after 52 steps at momentum 0.99. Train longer, 299 steps or more (--epochs 23, or more training samples), or lower the momentum.",
  );
  const page = await readFile(join(cwd, "run", "report.html"), "utf8");
  expect(page).toContain("<h2>What it shows</h2>");
  expect(page).toContain("averages that still hold 59 %");
});

it("minibatch train <recipe> says that a rate is far above that of the recipe, and nothing where all is well", async () => {
  const cwd = await temporaryFolder();
  const train = async (...more: string[]): Promise<string> => {
    const options = ["--epochs", "1", "--backend", "wasm", "--quiet", ...more];
    const { code, stdout, stderr } = await runCli(["train", "digits-cnn", ...options], { cwd });
    expect(code, stderr).toBe(0);
    return stdout;
  };
  const leapt = await train("--limit", "200", "--learning-rate", "10");
  expect(leapt).toContain("  The learning rate was 10, so large a step leaps over what is to be learned.");
  expect(leapt).toContain("The recipe has --learning-rate 0.001.");
  const well = JSON.parse(await train("--limit", "1000", "--json")) as object;
  expect(well).not.toHaveProperty("advice");
  expect(well).not.toHaveProperty("batchNormalization");
});
