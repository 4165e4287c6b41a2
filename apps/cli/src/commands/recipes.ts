import type { Command } from "commander";
import type { Output } from "../Output.ts";
import { addCommonOptions } from "../options/addCommonOptions.ts";
import type { Execute } from "../options/Execute.ts";
import type { Session } from "../Session.ts";
import { countText, percentText } from "../terminal/numberText.ts";
import { table } from "../terminal/table.ts";

/** Adds `minibatch recipes`. */
export function addRecipes(program: Command, execute: Execute): void {
  const command = program
    .command("recipes")
    .description("list what can be trained, with the published result");
  addCommonOptions(command)
    .addHelpText("after", "\nExample:\n  $ minibatch recipes")
    .action((options) => execute(options, listRecipes));
}

async function listRecipes({ colour, commandLine }: Session): Promise<Output> {
  const { recipes } = await import("@minibatch/recipes");
  const json = recipes.map(({ name, title, dataset, architecture, parameters, schedule, published }) => ({
    name,
    title,
    dataset: dataset.name,
    architecture,
    parameters,
    schedule,
    published,
  }));
  const header = ["recipe", "dataset", "parameters", "epochs", "published", "architecture"];
  const rows = json.map(({ name, dataset, architecture, parameters, schedule, published }) => [
    name,
    dataset,
    countText(parameters),
    String(schedule.epochs),
    percentText(published.value, 1),
    architecture,
  ]);
  return {
    json: { recipes: json },
    text: () =>
      `${table(header, rows, ["left", "left", "right", "right", "right"], colour.bold)}\n` +
      `Train one: ${colour.cyan(commandLine("train", recipes[0]?.name ?? "<recipe>"))}\n`,
  };
}
