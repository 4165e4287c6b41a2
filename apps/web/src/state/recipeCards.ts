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
