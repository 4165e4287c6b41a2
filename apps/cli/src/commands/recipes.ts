import type { Command } from "commander";
import type { PublishedResult, Recipe } from "@minibatch/recipes";
import type { Output } from "../Output.ts";
import { addCommonOptions } from "../options/addCommonOptions.ts";
import type { Execute } from "../options/Execute.ts";
import type { CommonOptions, Session } from "../Session.ts";
import { figureText } from "../report/figureText.ts";
import { countText, roughDurationText } from "../terminal/numberText.ts";
import { table } from "../terminal/table.ts";

/** Adds `minibatch recipes`. */
export function addRecipes(program: Command, execute: Execute): void {
  const command = program
    .command("recipes")
    .description("list what can be trained, with the published result and ours");
  command
    .argument("[recipe...]", "only these (default: all)")
    .option("--time", "measure a few batches of each, and say how long it takes on this machine");
  addCommonOptions(command)
    .addHelpText(
      "after",
      "\nExamples:\n  $ minibatch recipes\n  $ minibatch recipes cifar10-airbench-93 --time",
    )
    .action((names: string[], options: RecipesOptions) =>
      execute(options, (session) => listRecipes(names, options, session)),
    );
}

interface RecipesOptions extends CommonOptions {
  readonly time?: boolean;
}

async function listRecipes(
  names: readonly string[],
  { time }: RecipesOptions,
  session: Session,
): Promise<Output> {
  const { colour, commandLine } = session;
  const { findRecipe, reachedValues, recipes } = await import("@minibatch/recipes");
  const listed = names.length > 0 ? names.map(findRecipe) : recipes;
  const seconds = time ? await measureTimes(listed, session) : undefined;
  const json = listed.map(({ name, title, dataset, architecture, parameters, schedule, published }) => ({
    name,
    title,
    dataset: dataset.name,
    architecture,
    parameters,
    schedule,
    published,
    reached: reachedValues[name] ?? null,
    ...(seconds && { estimatedSeconds: seconds.get(name) }),
  }));
  const header = [
    "recipe",
    "dataset",
    "parameters",
    "epochs",
    "published",
    "reached",
    ...(seconds ? ["time here"] : []),
    "architecture",
  ];
  const rows = json.map(({ name, dataset, architecture, parameters, schedule, published, reached }) => [
    name,
    dataset,
    countText(parameters),
    String(schedule.epochs),
    resultText(published, published.value),
    reached === null ? "" : resultText(published, reached),
    ...(seconds ? [roughDurationText(seconds.get(name) ?? 0)] : []),
    architecture,
  ]);
  const alignment = header.map((name) => (leftColumns.has(name) ? "left" : "right"));
  return {
    json: { recipes: json },
    text: () =>
      `${table(header, rows, alignment, colour.bold)}\n` +
      `Train one: ${colour.cyan(commandLine("train", listed[0]?.name ?? "<recipe>"))}\n`,
  };
}

const leftColumns: ReadonlySet<string> = new Set(["recipe", "dataset", "architecture"]);

/** How many seconds each recipe takes on the fastest backend here, by its name. */
async function measureTimes(
  recipes: readonly Recipe[],
  { source, status }: Session,
): Promise<ReadonlyMap<string, number>> {
  const { startBackend } = await import("@minibatch/backends");
  const { estimateTraining, resolveSettings } = await import("@minibatch/recipes");
  await startBackend("auto");
  const measured = new Map<string, number>();
  for (const recipe of recipes) {
    status.update(() => `Measuring a few batches of ${recipe.name}`);
    const { seconds } = await estimateTraining(recipe, resolveSettings(recipe, {}), source);
    measured.set(recipe.name, seconds);
  }
  status.clear();
  return measured;
}

/** An accuracy as `97.80 %`, an error with its name: `MAE 2.6`. */
function resultText({ metric }: PublishedResult, value: number): string {
  const name = metric.includes("accuracy") ? "" : `${metric.split(" ").at(-1)} `;
  return `${name}${figureText(metric, value)}`;
}
