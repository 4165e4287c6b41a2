import type { Command } from "commander";
import type { PublishedResult } from "@minibatch/recipes";
import type { Output } from "../Output.ts";
import { addCommonOptions } from "../options/addCommonOptions.ts";
import type { Execute } from "../options/Execute.ts";
import type { Session } from "../Session.ts";
import { figureText } from "../report/figureText.ts";
import { countText } from "../terminal/numberText.ts";
import { table } from "../terminal/table.ts";

/** Adds `minibatch recipes`. */
export function addRecipes(program: Command, execute: Execute): void {
  const command = program
    .command("recipes")
    .description("list what can be trained, with the published result and ours");
  addCommonOptions(command)
    .addHelpText("after", "\nExample:\n  $ minibatch recipes")
    .action((options) => execute(options, listRecipes));
}

async function listRecipes({ colour, commandLine }: Session): Promise<Output> {
  const { reached, recipes } = await import("@minibatch/recipes");
  const json = recipes.map(({ name, title, dataset, architecture, parameters, schedule, published }) => ({
    name,
    title,
    dataset: dataset.name,
    architecture,
    parameters,
    schedule,
    published,
    reached: reached[name] ?? null,
  }));
  const header = ["recipe", "dataset", "parameters", "epochs", "published", "reached", "architecture"];
  const rows = json.map(({ name, dataset, architecture, parameters, schedule, published, reached }) => [
    name,
    dataset,
    countText(parameters),
    String(schedule.epochs),
    resultText(published, published.value),
    reached === null ? "" : resultText(published, reached),
    architecture,
  ]);
  return {
    json: { recipes: json },
    text: () =>
      `${table(header, rows, ["left", "left", "right", "right", "right", "right"], colour.bold)}\n` +
      `Train one: ${colour.cyan(commandLine("train", recipes[0]?.name ?? "<recipe>"))}\n`,
  };
}

/** An accuracy as `97.80 %`, an error with its name: `MAE 2.6`. */
function resultText({ metric }: PublishedResult, value: number): string {
  const name = metric.includes("accuracy") ? "" : `${metric.split(" ").at(-1)} `;
  return `${name}${figureText(metric, value)}`;
}
