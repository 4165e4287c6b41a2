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

/** The line of each kind of finding. */
type Lines = {
  readonly [Kind in Finding["kind"]]: (
    finding: Extract<Finding, { readonly kind: Kind }>,
    classNames: readonly string[] | undefined,
  ) => string;
};

function lineOf<Kind extends Finding["kind"]>(
  finding: Extract<Finding, { readonly kind: Kind }>,
  classNames: readonly string[] | undefined,
): string {
  const line: Lines[Kind] = lines[finding.kind];
  return line(finding, classNames);
}

const lines: Lines = {
  lossRose: ({ from, to }) => `The loss rose from ${short(from)} to ${short(to)}: the steps are too large.`,
  asGuessing({ accuracy, chance, always }, classNames) {
    const said = `It is right for ${percentText(accuracy)} of the test set, and who always says the commonest class for ${percentText(chance)}.`;
    return always === undefined
      ? said
      : `${said} It says "${classNames?.[always] ?? always}" to nearly everything.`;
  },
  unlikeTraining: ({ training }) =>
    `Of the training samples it knows ${percentText(training)}: it learned, and computes otherwise where it does not train, or on data unlike those.`,
  averagesAtStart: ({ steps, momentum, left, enoughSteps, enoughEpochs }) =>
    `Batch normalization predicts by averages that still hold ${percentText(left, 0)} of what they began with, after ${steps} steps at momentum ${short(momentum)}. Train longer, ${enoughSteps} steps or more (--epochs ${enoughEpochs}, or more training samples), or lower the momentum.`,
  rateTooHigh: ({ used, usual }) =>
    `The learning rate was ${short(used)}, so large a step leaps over what is to be learned. The recipe has --learning-rate ${short(usual)}.`,
  rateTooLow: ({ used, usual }) =>
    `The learning rate was ${short(used)}, with such small steps it has hardly moved. The recipe has --learning-rate ${short(usual)}.`,
  sawTooLittle: () => "It has seen too little: try more --epochs, or more training samples.",
  tryRate: ({ rate }) => `Try a tenth of the rate: --learning-rate ${short(rate)}.`,
  noBetterThan: ({ name }) =>
    `No better than ${name}: more data, or inputs that say more about the target, help where longer training does not.`,
  byHeart({ training, validation }) {
    const points = Math.round((training - validation) * 100);
    return `${points} points between training and validation: it learns by heart. More data help, or a smaller network.`;
  },
  pastBest: ({ epoch }) =>
    `Validation was best after epoch ${epoch} and got worse since: try --epochs ${epoch}.`,
  unfinished: ({ epochs }) => `Validation still got better at the end: try --epochs ${epochs * 2}.`,
};

function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}
