import type { Baseline, RecipeResult, Schedule } from "@minibatch/recipes";
import { diagnoseTraining, type Finding } from "@minibatch/training";
import { percentText } from "../terminal/numberText.ts";

/** What a result is held against. */
export interface ResultBeside {
  /** What simple answers reach on the same test set. */
  readonly baselines?: readonly Baseline[] | undefined;
  /** What the recipe has, where the settings of a run are changes of one. */
  readonly usual?: Schedule | undefined;
}

/** What a result suggests to do, a line each: what is not a command. */
export function adviceOn(
  trained: RecipeResult,
  schedule: Schedule,
  { baselines, usual }: ResultBeside,
): readonly string[] {
  const { history, settings, test, batchNormalization } = trained;
  const findings = diagnoseTraining({
    history,
    test,
    baselines,
    usual,
    batchNormalization,
    epochs: settings.epochs,
    learningRate: settings.learningRate,
    learningRateSchedule: schedule.learningRateSchedule,
    limited: settings.limit !== null,
    confusionMatrix: trained.task === "classification" ? trained.confusionMatrix : undefined,
  });
  return findings.map((finding) => lineOf(finding, trained.metadata.classNames));
}

function lineOf(finding: Finding, classNames: readonly string[] | undefined): string {
  switch (finding.kind) {
    case "lossRose":
      return `The loss rose from ${short(finding.from)} to ${short(finding.to)}: the steps are too large.`;
    case "asGuessing": {
      const { accuracy, chance, always } = finding;
      const said = `It is right for ${percentText(accuracy)} of the test set, and who always says the commonest class for ${percentText(chance)}.`;
      return always === undefined
        ? said
        : `${said} It says "${classNames?.[always] ?? always}" to nearly everything.`;
    }
    case "unlikeTraining":
      return `Of the training samples it knows ${percentText(finding.training)}: it learned, and computes otherwise where it does not train, or on data unlike those.`;
    case "averagesAtStart": {
      const { steps, momentum, left, enoughSteps, enoughEpochs } = finding;
      return `Batch normalization predicts by averages that still hold ${percentText(left, 0)} of what they began with, after ${steps} steps at momentum ${short(momentum)}. Train longer, ${enoughSteps} steps or more (--epochs ${enoughEpochs}, or more training samples), or lower the momentum.`;
    }
    case "rateTooHigh":
      return `The learning rate was ${short(finding.used)}, so large a step leaps over what is to be learned. The recipe has --learning-rate ${short(finding.usual)}.`;
    case "rateTooLow":
      return `The learning rate was ${short(finding.used)}, with such small steps it has hardly moved. The recipe has --learning-rate ${short(finding.usual)}.`;
    case "sawTooLittle":
      return "It has seen too little: try more --epochs, or more training samples.";
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
  }
}

function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}
