import type { Baseline, RecipeResult, Schedule } from "@minibatch/recipes";

/** Validation that was best in the last of so many epochs was still getting better. */
const endShare = 0.1;

/** What the last epochs won, as a share of the best loss before them, is worth more epochs from here on: the rest is chance. */
const worthWhile = 0.01;

/**
 * What a result on one's own data suggests to do, a line each: what is not a command.
 *
 * @param baselines what simple answers reach
 */
export function adviceOn(
  trained: RecipeResult,
  schedule: Schedule,
  baselines: readonly Baseline[],
): readonly string[] {
  return [...whereNoBetter(trained, baselines), ...whereUnfinished(trained, schedule)];
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

function whereUnfinished({ history, settings }: RecipeResult, schedule: Schedule): string[] {
  if (endsWithTraining(schedule)) return [];
  const losses = history["valLoss"] ?? [];
  if (losses.length < settings.epochs || settings.epochs < 1 / endShare) return [];
  const start = Math.ceil(losses.length * (1 - endShare));
  const [before, after] = [losses.slice(0, start), losses.slice(start)].map((part) => Math.min(...part));
  if (after === undefined || before === undefined || after > before * (1 - worthWhile)) return [];
  return [`Validation still got better at the end: try --epochs ${settings.epochs * 2}.`];
}

/** Where the rate falls to nothing by the last epoch, that one is nearly always the best: it says nothing about more of them. */
function endsWithTraining({ learningRateSchedule: falling }: Schedule): boolean {
  return falling !== undefined && ("cosineDecay" in falling || "oneCycle" in falling);
}
