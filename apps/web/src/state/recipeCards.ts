import { type ReadonlySignal, signal } from "@preact/signals";
import type { RecipeCard } from "../worker/commands/listRecipes.ts";
import { trainer } from "../worker/workers.ts";

const cards = signal<readonly RecipeCard[]>([]);
let asked = false;

/** What can be trained; empty until the worker has told. */
export const recipeCards: ReadonlySignal<readonly RecipeCard[]> = cards;

/** Asks the worker that will train, so that it is up and running by the time someone presses the button. */
export async function loadRecipeCards(): Promise<void> {
  if (asked) return;
  asked = true;
  try {
    cards.value = await trainer.get().call("listRecipes", undefined);
  } catch (error) {
    asked = false;
    throw error;
  }
}

/** The card of a recipe, once it is known; runs on data of one's own have none. */
export function recipeCard(recipe: string): RecipeCard | undefined {
  return cards.value.find(({ name }) => name === recipe);
}
