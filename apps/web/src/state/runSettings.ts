import type { StoredRun } from "../storage/runs.ts";
import type { RecipeCard } from "../worker/commands/listRecipes.ts";

/** The settings of runs, in the order in which they are shown. */
export const settingNames = [
  "epochs",
  "batchSize",
  "learningRate",
  "optimizer",
  "momentum",
  "weightDecay",
  "limit",
  "seed",
  "validationSplit",
  "earlyStopping",
] as const;

/** One of {@link settingNames}. */
export type SettingName = (typeof settingNames)[number];

/** The settings of a run; `undefined` or null where it has none. */
export type RunSettings = Readonly<Partial<Record<SettingName, string | number | null>>>;

/** All that is known of a run's settings: what it was told, else what the recipe has, once that is known. */
export function settingsOfRun({ settings, result }: StoredRun, card: RecipeCard | undefined): RunSettings {
  if (result) return result.settings;
  const { epochs, batchSize, learningRate, optimizer, optimizerOptions, seed = 1 } = card?.schedule ?? {};
  const usual = card ? { epochs, batchSize, learningRate, optimizer, seed } : {};
  const sameOptimizer = (settings.optimizer ?? optimizer) === optimizer;
  const { momentum, weightDecay } = (sameOptimizer && optimizerOptions) || {};
  return { ...usual, momentum, weightDecay, ...settings } as RunSettings;
}

/** Which settings are not the same in all of them. */
export function differingSettings(all: readonly RunSettings[]): readonly SettingName[] {
  const [first, ...others] = all;
  return settingNames.filter((name) =>
    others.some((other) => (other[name] ?? null) !== (first?.[name] ?? null)),
  );
}
