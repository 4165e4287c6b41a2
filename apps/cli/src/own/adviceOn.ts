import type { Baseline, RecipeResult } from "@minibatch/recipes";

/** Validation that was best in the last of so many epochs was still getting better. */
const endShare = 0.1;

/**
 * What a result on one's own data suggests to do, a line each: what is not a command.
 *
 * @param baselines what simple answers reach
 */
export function adviceOn(trained: RecipeResult, baselines: readonly Baseline[]): readonly string[] {
  return [...whereNoBetter(trained, baselines), ...whereUnfinished(trained)];
}

function whereNoBetter(trained: RecipeResult, baselines: readonly Baseline[]): string[] {
  const best = baselines.find(({ accuracy, mae }) =>
    trained.task === "classification"
      ? (accuracy ?? 0) >= trained.test.accuracy
      : (mae ?? Number.POSITIVE_INFINITY) <= trained.test.mae,
  );
  if (!best) return [];
  return [
    `No better than ${best.name}: more data, or inputs that say more about the target, help where longer training does not.`,
  ];
}

function whereUnfinished({ history, settings }: RecipeResult): string[] {
  const losses = history["valLoss"] ?? [];
  if (losses.length < settings.epochs || settings.epochs < 1 / endShare) return [];
  const best = losses.indexOf(Math.min(...losses));
  if (best < losses.length * (1 - endShare)) return [];
  return [`Validation still got better at the end: try --epochs ${settings.epochs * 2}.`];
}
