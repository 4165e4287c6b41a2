import { differingSettings, settingsOfRun } from "../../state/runSettings.ts";
import { runName } from "../../state/runName.ts";
import type { StoredRun } from "../../storage/runs.ts";
import type { RecipeCard } from "../../worker/commands/listRecipes.ts";
import { settingTitle, settingValue } from "./settingText.ts";

/**
 * Says of each run what is different about it: the settings that are not the same in all runs of its recipe, and the recipe itself where
 * the run has a name of its own.
 *
 * @returns a text for the id of each run; an empty one where there is nothing to say
 */
export function differencesInWords(
  runs: readonly StoredRun[],
  cards: readonly RecipeCard[],
): ReadonlyMap<string, string> {
  const settings = new Map(
    runs.map((run) => [
      run,
      settingsOfRun(
        run,
        cards.find(({ name }) => name === run.recipe),
      ),
    ]),
  );
  return new Map(
    runs.map((run) => {
      const alike = runs.filter(({ recipe }) => recipe === run.recipe);
      const own = settings.get(run) ?? {};
      const names = differingSettings(alike.map((other) => settings.get(other) ?? {}));
      const parts = names.map((name) => `${settingTitle(name)} ${settingValue(name, own)}`);
      if (runName(run) !== run.recipe) parts.unshift(run.recipe);
      return [run.id, parts.join(" · ")];
    }),
  );
}
