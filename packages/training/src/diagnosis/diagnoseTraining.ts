import type { History } from "../History.ts";
import { chanceLevel } from "./chanceLevel.ts";
import type { Finding, NormalizationSteps } from "./Finding.ts";

/** What is known of a training; the more of it, the more can be found. */
export interface DiagnosedTraining {
  readonly history: History;
  /** How many epochs there were to be: fewer in the history were ended early. */
  readonly epochs: number;
  readonly learningRate?: number | undefined;
  /** How the learning rate falls, as recipes describe it. */
  readonly learningRateSchedule?: object | undefined;
  /** What the recipe has where this run was told otherwise. */
  readonly usual?: { readonly learningRate: number; readonly epochs: number } | undefined;
  /** Whether it was given only some of the training samples. */
  readonly limited?: boolean | undefined;
  /** On the test set. */
  readonly test?: { readonly loss?: number; readonly accuracy?: number; readonly mae?: number } | undefined;
  /** Counts `[actual][predicted]` of the test set. */
  readonly confusionMatrix?: readonly (readonly number[])[] | undefined;
  /** Of a model that normalizes batches, and learns to. */
  readonly batchNormalization?: NormalizationSteps | undefined;
  /** What simple answers reach on the test set. */
  readonly baselines?:
    | readonly { readonly name: string; readonly accuracy?: number; readonly mae?: number }[]
    | undefined;
}

/** A loss that ends by so much above its first epoch did not just tremble. */
const risen = 1.05;
/** So far from the usual rate, it is the first thing to doubt. */
const suspicious = 3;
/** A loss so near to that of one who gives every class the same comes from such answers. */
const nearUniform = 0.02;
/** Training and validation so far apart, in accuracy, are no luck of a small validation set. */
const heartGap = 0.2;
/** Averages that hold so much of where they began are unlike those of the batches that were trained on. */
const muchLeft = 0.05;
/** Validation that ends by so much above its best got worse for good, */
const worsened = 1.25;
/** and had so many epochs to. */
const sinceBest = 3;
/** Validation that was best in the last of so many epochs was still getting better. */
const endShare = 0.1;
/** What the last epochs won, as a share of the best loss before them, is worth more epochs from here on: the rest is chance. */
const worthWhile = 0.01;

/**
 * Says what a training shows that one should know, what matters most first; nothing where all is well.
 *
 * @example
 * diagnoseTraining({ history: { loss: [0.5, 2.3] }, epochs: 2, learningRate: 0.1 });
 * // [{ kind: "lossRose", from: 0.5, to: 2.3 }, { kind: "tryRate", rate: 0.01 }]
 */
export function diagnoseTraining(training: DiagnosedTraining): readonly Finding[] {
  const guessing = asGuessing(training);
  const failed = [...lossRose(training), ...guessing];
  const unlike = unlikeTraining(training);
  if (failed.length === 0) {
    const averages = unlike.length > 0 ? averagesAtStart(training) : [];
    return [...noBetter(training), ...averages, ...overfitted(training), ...unfinished(training)];
  }
  if (guessing.length === 0) return [...failed, ...whatToTry(training)];
  const averages = averagesAtStart(training);
  // What is right where it trains has no wrong rate.
  const toTry = unlike.length + averages.length === 0 ? whatToTry(training) : [];
  return [...failed, ...unlike, ...averages, ...toTry];
}

function lossRose({ history: { loss } }: DiagnosedTraining): Finding[] {
  const [from, to] = [loss[0], loss.at(-1)];
  if (from === undefined || to === undefined || loss.length < 2 || to <= from * risen) return [];
  return [{ kind: "lossRose", from, to }];
}

function asGuessing({ confusionMatrix, test }: DiagnosedTraining): Finding[] {
  const found = confusionMatrix && chanceLevel(confusionMatrix);
  if (!found) return [];
  const uniform = Math.log(confusionMatrix.length);
  const isUniform = Math.abs((test?.loss ?? Number.POSITIVE_INFINITY) - uniform) <= nearUniform * uniform;
  return [{ kind: "asGuessing", ...found, everywhere: isUniform ? 1 / confusionMatrix.length : undefined }];
}

/** Whether it does far better on what it is trained on than on the test set, or on validation where there is none. */
function unlikeTraining({ history, test }: DiagnosedTraining): Finding[] {
  const training = history.accuracy?.at(-1);
  const other = test?.accuracy ?? history.valAccuracy?.at(-1);
  if (training === undefined || other === undefined || training - other < heartGap) return [];
  return [{ kind: "unlikeTraining", training }];
}

function averagesAtStart({ history, batchNormalization }: DiagnosedTraining): Finding[] {
  if (!batchNormalization) return [];
  const { momentum, steps } = batchNormalization;
  const left = momentum ** steps;
  // With a momentum of one they never move: no number of steps is enough.
  if (left <= muchLeft || momentum >= 1) return [];
  const enoughSteps = Math.ceil(Math.log(muchLeft) / Math.log(momentum));
  const enoughEpochs = Math.ceil((enoughSteps * history.loss.length) / steps);
  return [{ kind: "averagesAtStart", momentum, steps, left, enoughSteps, enoughEpochs }];
}

/** What to change about a run that came to nothing. */
function whatToTry({ learningRate, usual, epochs, limited }: DiagnosedTraining): Finding[] {
  if (learningRate === undefined) return [];
  if (usual && learningRate >= suspicious * usual.learningRate) {
    return [{ kind: "rateTooHigh", used: learningRate, usual: usual.learningRate }];
  }
  if (usual && learningRate * suspicious <= usual.learningRate) {
    return [{ kind: "rateTooLow", used: learningRate, usual: usual.learningRate }];
  }
  if (usual && (epochs < usual.epochs || limited)) return [{ kind: "sawTooLittle" }];
  return [{ kind: "tryRate", rate: learningRate / 10 }];
}

function noBetter({ test, baselines = [] }: DiagnosedTraining): Finding[] {
  if (!test) return [];
  const best = baselines.find(({ accuracy, mae }) =>
    test.accuracy === undefined
      ? (mae ?? Number.POSITIVE_INFINITY) <= (test.mae ?? Number.NEGATIVE_INFINITY)
      : (accuracy ?? 0) >= test.accuracy,
  );
  return best ? [{ kind: "noBetterThan", name: best.name }] : [];
}

function overfitted({ history }: DiagnosedTraining): Finding[] {
  const [training, validation] = [history.accuracy?.at(-1), history.valAccuracy?.at(-1)];
  if (training !== undefined && validation !== undefined && training - validation >= heartGap) {
    return [{ kind: "byHeart", training, validation }];
  }
  const { loss, valLoss = [] } = history;
  const least = valLoss.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const best = valLoss.indexOf(least);
  const [last, then, now] = [valLoss.at(-1) ?? 0, loss[best] ?? 0, loss.at(-1) ?? 0];
  if (valLoss.length - 1 - best < sinceBest || last < least * worsened || now >= then) return [];
  return [{ kind: "pastBest", epoch: best + 1, epochs: valLoss.length }];
}

function unfinished({ history, epochs, learningRateSchedule }: DiagnosedTraining): Finding[] {
  if (endsWithTraining(learningRateSchedule)) return [];
  const losses = history.valLoss ?? [];
  if (losses.length < epochs || epochs < 1 / endShare) return [];
  const start = Math.ceil(losses.length * (1 - endShare));
  const [before, after] = [losses.slice(0, start), losses.slice(start)].map((part) =>
    part.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY),
  );
  if (after === undefined || before === undefined || after > before * (1 - worthWhile)) return [];
  return [{ kind: "unfinished", epochs }];
}

/** Where the rate falls to nothing by the last epoch, that one is nearly always the best: it says nothing about more of them. */
function endsWithTraining(falling: object | undefined): boolean {
  return falling !== undefined && ("cosineDecay" in falling || "oneCycle" in falling);
}
