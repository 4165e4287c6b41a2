import type { Samples } from "@minibatch/datasets";
import type { InputScaling } from "@minibatch/models";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import type { Checkpoint } from "../checkpoint/Checkpoint.ts";
import { captureWeights, restoreWeights } from "../checkpoint/modelWeights.ts";
import { captureOptimizer, restoreOptimizer } from "../checkpoint/optimizerState.ts";
import { requireSameSetup } from "../checkpoint/requireSameSetup.ts";
import { requireSavable } from "../checkpoint/requireSavable.ts";
import { requireScaling } from "../data/requireScaling.ts";
import { validationSplit as splitOff } from "../data/validationSplit.ts";
import { requireCount } from "../requireCount.ts";
import { TrainingError } from "../TrainingError.ts";
import { requireClassWeights } from "./assembleWeights.ts";
import { batchesOf } from "./batchesOf.ts";
import { chooseLearningRate } from "./chooseLearningRate.ts";
import { compiledModel } from "./CompiledModel.ts";
import { computing } from "./computing.ts";
import { earlyStopper } from "./EarlyStopping.ts";
import { completeBatchNormalization } from "./completeBatchNormalization.ts";
import { copyHistory } from "./copyHistory.ts";
import { epochOrder } from "./epochOrder.ts";
import { EpochSums } from "./EpochSums.ts";
import { evaluate } from "./evaluate.ts";
import type { FitOptions } from "./FitOptions.ts";
import { hasFiniteWeights } from "./hasFiniteWeights.ts";
import type { History, Logs } from "../History.ts";
import { historyColumns, validationName } from "./historyColumns.ts";
import { defaultScaling, rememberScaling, requireSameScaling } from "./inputScalingFor.ts";
import { inferFrozenNormalization } from "./inferFrozenNormalization.ts";
import { microBatches } from "./microBatches.ts";
import { hasOwnMinimize } from "./minimizeItself.ts";
import { nanLoss } from "./nanLoss.ts";
import { plannedSteps } from "./plannedSteps.ts";
import { requireSamples } from "./requireSamples.ts";
import { seededLayers } from "./seededLayers.ts";
import { smoothLabels } from "./smoothLabels.ts";
import { stepOver } from "./stepOver.ts";
import { stepReader } from "./stepReader.ts";
import { averageWeights } from "./weightAverage.ts";
import { yieldToEventLoop } from "./yieldToEventLoop.ts";

/** How long one stretch of computing may be in milliseconds: a frame or two, so that a page or Ctrl-C stays alive. */
const longestStretch = 30;

/**
 * Trains a compiled tfjs model: Keras' `fit`, but reproducible and resumable.
 *
 * The same seed on the same backend gives the same weights, bit for bit, also across an interruption, whatever the layers of the
 * model draw at random. Inputs stay as
 * they are (a byte a pixel) until their batch is due; one batch at a time becomes a tensor.
 *
 * @param samples inputs `x` and targets `y`: integer labels for `sparseCategoricalCrossentropy`, one-hot rows for
 *   `categoricalCrossentropy`, values for regression
 * @returns loss, regularization included, and metrics of each epoch, those of the validation under `val…`; metrics that are no
 *   means over samples, as precision, are computed over the epoch
 * @throws {TrainingError} `NOT_COMPILED`; `SHAPE_MISMATCH` for inputs or targets of another shape than model and loss take;
 *   `INVALID_ARGUMENT`, also for labels outside the classes; `CHECKPOINT_MISMATCH`; `NAN_LOSS` when loss or weights are no
 *   longer finite numbers; `COMPUTATION_FAILED` for errors of tfjs or of a loss of your own
 * @example
 * model.compile({ optimizer: "adam", loss: "sparseCategoricalCrossentropy", metrics: ["accuracy"] });
 * const history = await fit(model, train, { epochs: 5, batchSize: 128, validationSplit: 0.1 });
 * history.valAccuracy.at(-1);
 */
export async function fit(model: LayersModel, samples: Samples, options: FitOptions = {}): Promise<History> {
  const {
    epochs = 1,
    batchSize = 32,
    shuffle = true,
    seed = 1,
    classWeights,
    labelSmoothing = 0,
    gradientAccumulation = 1,
    weightAverage,
    signal,
    onEvent,
    onCheckpoint,
    checkpointSeconds = Number.POSITIVE_INFINITY,
    resumeFrom,
  } = options;
  requireCount(epochs, "epochs", 1);
  requireCount(gradientAccumulation, "gradientAccumulation", 1);
  if (!(checkpointSeconds >= 0)) {
    throw new TrainingError(
      "INVALID_ARGUMENT",
      `checkpointSeconds must be a number from 0 up, but it is ${checkpointSeconds}.`,
    );
  }
  signal?.throwIfAborted();
  const compiled = compiledModel(model);
  if (gradientAccumulation > 1 && hasOwnMinimize(compiled.optimizer)) {
    throw new TrainingError(
      "INVALID_ARGUMENT",
      `gradientAccumulation adds up the gradients of ${gradientAccumulation} parts of a batch, but this optimizer ` +
        `(${compiled.optimizer.getClassName()}) moves the weights by a minimize of its own. Leave one of the two out.`,
    );
  }
  requireSamples(compiled, samples);
  const { train, validation } = splitSamples(samples, options);
  if (options.inputScaling) requireScaling(options.inputScaling);
  const inputScaling = options.inputScaling ?? defaultScaling(train.x);
  if (validation) {
    const { x } = validation;
    requireSamples(compiled, validation, "validationData.");
    if (!options.inputScaling) requireSameScaling(defaultScaling(x), inputScaling, x, "validationData.x");
  }
  if (classWeights) requireClassWeights(compiled, train.y, classWeights);
  const [trainRows = 0] = train.x.shape;
  const learner = smoothLabels(compiled, labelSmoothing);
  const setup: Checkpoint["setup"] = {
    seed,
    batchSize,
    shuffle,
    trainRows,
    optimizer: compiled.optimizer.getClassName(),
    ...(gradientAccumulation > 1 && { gradientAccumulation }),
    ...(weightAverage && { weightAverage: weightAverage.kind }),
  };
  const columns = historyColumns(compiled, validation !== undefined);
  const stopper =
    options.earlyStopping &&
    earlyStopper(options.earlyStopping, columns, () => captureWeights(model), {
      state: resumeFrom?.earlyStopping,
      bestWeights: resumeFrom?.bestWeights,
    });
  completeBatchNormalization(model);
  const partsOf = microBatches(train, { ...options, inputScaling });
  const rate = chooseLearningRate(compiled.optimizer, options, columns);
  if (onCheckpoint || resumeFrom) await requireSavable(model, compiled.optimizer);
  if (resumeFrom) {
    requireSameSetup(setup, resumeFrom.setup);
    restoreWeights(model, resumeFrom.weights);
    await restoreOptimizer(compiled.optimizer, resumeFrom.optimizer);
  }
  const history = copyHistory(resumeFrom?.history ?? {});
  const requireFiniteWeights = async (when: string): Promise<void> => {
    if (!(await hasFiniteWeights(model))) {
      throw nanLoss(`Weights are no longer finite numbers ${when}.`, train.x);
    }
  };
  if (resumeFrom) await requireFiniteWeights("in the checkpoint");
  const batchesAnEpoch = Math.ceil(trainRows / batchSize);
  const averager =
    weightAverage && averageWeights(model, weightAverage, epochs * batchesAnEpoch, resumeFrom?.averages);
  rememberScaling(model, inputScaling);
  const plannedOf = plannedSteps(learner);
  const random = seededLayers(model, seed);
  const restoreNormalization = inferFrozenNormalization(model);

  const checkpoint = async (epoch: number, batch: number, sums: EpochSums): Promise<void> => {
    if (!onCheckpoint) return;
    const weights = await captureWeights(model);
    const optimizer = await captureOptimizer(compiled.optimizer);
    await onCheckpoint({
      epoch,
      batch,
      means: sums.state(),
      history: asHistory(copyHistory(history)),
      setup,
      weights,
      optimizer,
      earlyStopping: stopper?.state(),
      bestWeights: stopper?.bestWeights(),
      averages: await averager?.state(),
      reduceOnPlateau: rate.state(),
    });
  };

  /** Runs what judges the model with the weights that it would have in the end. */
  const judged = <Result>(run: () => Promise<Result>): Promise<Result> =>
    averager ? averager.during(run) : run();

  try {
    if (options.checkpointAtStart && !resumeFrom) await checkpoint(0, 0, new EpochSums(compiled.metrics));
    let lastYield = performance.now();
    let lastCheckpoint = performance.now();
    for (let epoch = resumeFrom?.epoch ?? 0; epoch < epochs && !stopper?.stops(); epoch += 1) {
      const order = epochOrder(trainRows, shuffle, seed, epoch);
      const batches = batchesOf(order, batchSize);
      const resumed = resumeFrom?.epoch === epoch ? resumeFrom : undefined;
      const sums = new EpochSums(compiled.metrics, resumed?.means);
      const learning = { ...learner, planned: plannedOf() };
      const started = performance.now();
      let trained = 0;
      const reader = stepReader((measured, batch, rows, last) => {
        const loss = measured[0]?.[0];
        if (!Number.isFinite(loss)) {
          const when = `epoch ${epoch + 1}, batch ${batch + 1}`;
          throw nanLoss(`The loss became ${loss} in ${when}.`, train.x);
        }
        sums.add(measured, rows);
        if (!last) return;
        onEvent?.({
          type: "batch",
          epoch: epoch + 1,
          epochs,
          batch: batch + 1,
          batches: batches.length,
          logs: sums.logs(),
        });
      });
      for (let batch = resumed?.batch ?? 0; batch < batches.length; batch += 1) {
        const rows = batches[batch] as Uint32Array;
        const step = epoch * batches.length + batch;
        rate.beforeStep(step, epoch);
        const parts = partsOf(rows, epoch, batch);
        const measured = computing(`batch ${batch + 1} of epoch ${epoch + 1}`, () =>
          random.during(step, () => {
            const scalars = stepOver(learning, parts);
            averager?.afterStep(step + 1);
            return scalars;
          }),
        );
        for (const [index, { rows: length }] of parts.entries()) {
          await reader.add(measured[index] ?? [], batch, length, index === parts.length - 1);
        }
        trained += rows.length;
        if (performance.now() - lastYield > longestStretch) {
          await yieldToEventLoop();
          lastYield = performance.now();
        }
        if (signal?.aborted) {
          await reader.drain();
          await requireFiniteWeights(`in epoch ${epoch + 1}`);
          await checkpoint(epoch, batch + 1, sums);
          signal.throwIfAborted();
        }
        // That of a whole epoch is about to come.
        if (batch + 1 < batches.length && performance.now() - lastCheckpoint >= 1000 * checkpointSeconds) {
          await reader.drain();
          await requireFiniteWeights(`in epoch ${epoch + 1}`);
          await checkpoint(epoch, batch + 1, sums);
          lastCheckpoint = performance.now();
        }
      }
      await reader.drain();
      const seconds = (performance.now() - started) / 1000;
      await requireFiniteWeights(`after epoch ${epoch + 1}`);
      const validated = await judged(() => validate(model, validation, inputScaling, signal)).catch(
        async (error: unknown) => {
          // Who goes on from here has the batches of this epoch behind, and validates anew.
          if (signal?.aborted) await checkpoint(epoch, batches.length, sums);
          throw error;
        },
      );
      const logs = { ...sums.logs(), ...validated, ...rate.logs((epoch + 1) * batches.length - 1, epoch) };
      for (const [name, value] of Object.entries(logs)) (history[name] ??= []).push(value);
      rate.afterEpoch(logs);
      await judged(async () => stopper?.update(epoch + 1, logs));
      onEvent?.({
        type: "epoch",
        epoch: epoch + 1,
        epochs,
        logs,
        seconds,
        samplesPerSecond: trained > 0 ? trained / seconds : 0,
      });
      await checkpoint(epoch + 1, 0, new EpochSums(compiled.metrics));
      lastCheckpoint = performance.now();
      if (epoch + 1 < epochs && !stopper?.stops()) signal?.throwIfAborted();
    }
    averager?.finish();
  } finally {
    random.restore();
    restoreNormalization();
    averager?.dispose();
  }
  if (stopper) {
    const best = stopper.bestWeights();
    if (best) restoreWeights(model, best);
    onEvent?.(stopper.event(history["loss"]?.length ?? 0, epochs));
  }
  return asHistory(history);
}

/** Every epoch has a loss, so that the columns are those of a history once an epoch is over. */
function asHistory(columns: Record<string, number[]>): History {
  return { loss: [], ...columns };
}

function splitSamples(
  samples: Samples,
  { validationData, validationSplit = 0 }: FitOptions,
): { train: Samples; validation: Samples | undefined } {
  if (validationData || validationSplit === 0) return { train: samples, validation: validationData };
  return splitOff(samples, validationSplit);
}

async function validate(
  model: LayersModel,
  validation: Samples | undefined,
  inputScaling: InputScaling,
  signal: AbortSignal | undefined,
): Promise<Logs> {
  if (!validation) return {};
  const logs = await evaluate(model, validation, { inputScaling, signal });
  return Object.fromEntries(Object.entries(logs).map(([name, value]) => [validationName(name), value]));
}
