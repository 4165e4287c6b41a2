import { type PublishedResult, recipes, type Schedule } from "@minibatch/recipes";
import type { Command } from "../Command.ts";

/** A recipe as a page shows it: all but its functions. */
export interface RecipeCard {
  readonly name: string;
  readonly title: string;
  readonly task: "classification" | "regression";
  readonly dataset: { readonly name: string; readonly title: string; readonly trainSize: number };
  readonly architecture: string;
  readonly parameters: number;
  readonly schedule: Schedule;
  readonly published: PublishedResult;
}

/** Lists what can be trained. */
export const listRecipes: Command<undefined, RecipeCard[]> = async () =>
  recipes.map(({ name, title, dataset, architecture, parameters, schedule, published }) => ({
    name,
    title,
    task: dataset.task,
    dataset: { name: dataset.name, title: dataset.title, trainSize: dataset.size.train },
    architecture,
    parameters,
    schedule,
    published,
  }));
