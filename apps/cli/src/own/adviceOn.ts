import type { Baseline, RecipeResult, Schedule } from "@minibatch/recipes";
import { diagnoseTraining, type Finding } from "@minibatch/training";

/**
 * What a result on one's own data suggests to do, a line each: what is not a command.
 *
 * @param baselines what simple answers reach
 */
export function adviceOn(
  { history, settings, test }: RecipeResult,
  schedule: Schedule,
  baselines: readonly Baseline[],
): readonly string[] {
  const findings = diagnoseTraining({
    history,
    test,
    baselines,
    epochs: settings.epochs,
    learningRate: settings.learningRate,
    learningRateSchedule: schedule.learningRateSchedule,
  });
  return findings.flatMap((finding) => lineOf(finding) ?? []);
}

/** Findings that hang on what is not given here have no line. */
function lineOf(finding: Finding): string | undefined {
  switch (finding.kind) {
    case "lossRose":
      return `The loss rose from ${short(finding.from)} to ${short(finding.to)}: the steps are too large.`;
    case "tryRate":
      return `Try a tenth of the rate: --learning-rate ${short(finding.rate)}.`;
    case "noBetterThan":
      return `No better than ${finding.name}: more data, or inputs that say more about the target, help where longer training does not.`;
    case "byHeart": {
      const points = Math.round((finding.training - finding.validation) * 100);
      return `${points} points between training and validation: it learns by heart. More data help, or a smaller network.`;
    }
    case "pastBest":
      return `Validation was best after epoch ${finding.epoch} and got worse since: try --epochs ${finding.epoch}.`;
    case "unfinished":
      return `Validation still got better at the end: try --epochs ${finding.epochs * 2}.`;
    default:
      return undefined;
  }
}

function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}
