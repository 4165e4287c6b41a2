import type { Samples } from "@minibatch/datasets";
import { fit, seededRandom } from "@minibatch/training";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { fitOptionsOf } from "./fitOptionsOf.ts";
import { inputScalingOf } from "./inputScalingOf.ts";
import { modelToFit } from "./modelToFit.ts";
import type { Recipe } from "./Recipe.ts";
import type { ResolvedSettings } from "./resolveSettings.ts";
import { validates } from "./validates.ts";

/** How long training is going to take, roughly. */
export interface TrainingEstimate {
  readonly secondsPerEpoch: number;
  /** For all epochs: early stopping may end training before. */
  readonly seconds: number;
}

/** As many seconds are given to measuring, where a single batch does not take longer. */
const budget = 1;

/** An epoch of a small table is over in milliseconds: of so many at most the middle one counts. */
const measuredEpochs = 15;

/** So many values of noise are drawn, and repeated. */
const drawnValues = 4096;

/**
 * Estimates how long a recipe trains on the running backend, by noise: a batch says how fast it is, and then epochs, whole or a part of one, are measured with their
 * validation, about a second long; the first of each, two where they are of one step, warm up and are not counted. Where a batch takes longer than that, it is all that is measured, and of one that
 * a recipe computes in parts, a part.
 *
 * On a busy machine it came to 0.9 to 1.1 of what tables, pictures and a recipe took, in the median of five rounds each, most single rounds to between 0.7 and 1.6 of
 * it: `bench/ownData`. What comes before and after training, reading pictures for one, is not in it, nor is what `onCheckpoint` takes. No later run is changed by it.
 *
 * @throws what the first batch of training would throw
 * @example
 * const recipe = findRecipe("mnist-convnet");
 * const { seconds } = await estimateTraining(recipe, resolveSettings(recipe, {}));
 * seconds; // 190
 */
export async function estimateTraining(
  recipe: Recipe,
  settings: ResolvedSettings,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<TrainingEstimate> {
  const { train, validation } = rowsOf(recipe, settings);
  const { batchSize } = settings;
  const { gradientAccumulation: parts = 1 } = recipe.schedule;
  const { model, optimizer } = modelToFit(recipe, settings, train);
  const perRow = async (measured: Omit<Measured, "held">): Promise<number> => {
    const held = Math.round((validation * measured.rows) / train);
    return (await secondsOf(model, recipe, { ...measured, held }, signal)) / measured.rows;
  };
  const estimate = (secondsPerRow: number): TrainingEstimate => {
    const secondsPerEpoch = secondsPerRow * train;
    return { secondsPerEpoch, seconds: secondsPerEpoch * settings.epochs };
  };
  try {
    const part = Math.min(Math.ceil(batchSize / parts), train);
    const first = await perRow({ rows: part, batchSize: part, parts: 1, epochs: 1 });
    const batches = Math.floor(budget / (first * batchSize));
    if (batches < 1) return estimate(first);
    const rows = Math.min(train, batches * batchSize);
    const epochs = Math.max(1, Math.min(measuredEpochs, Math.floor(budget / (first * rows))));
    return estimate(await perRow({ rows, batchSize, parts, epochs }));
  } finally {
    model.dispose();
    optimizer.dispose();
  }
}

/** What is measured. */
interface Measured {
  readonly rows: number;
  /** How many rows are validated on. */
  readonly held: number;
  readonly batchSize: number;
  readonly parts: number;
  readonly epochs: number;
}

/** The first step warms up, and the next one may be computed twice: a backend that plans steps holds its plan to it. */
const slowSteps = 2;

/** The middle one of so many epochs, in seconds, after those that warm up. */
async function secondsOf(
  model: LayersModel,
  recipe: Recipe,
  { rows, held, batchSize, parts, epochs }: Measured,
  signal: AbortSignal | undefined,
): Promise<number> {
  const samples = noise(model, recipe, rows);
  const ends: number[] = [];
  const warmUps = Math.ceil(slowSteps / (Math.ceil(rows / batchSize) * parts));
  await fit(model, samples, {
    epochs: epochs + warmUps,
    batchSize,
    ...fitOptionsOf(recipe),
    gradientAccumulation: parts,
    // On noise, a rate that suits data may lead out of the finite numbers.
    learningRateSchedule: () => 0,
    ...(held > 0 && { validationData: noise(model, recipe, held) }),
    inputScaling: recipe.standardized ? undefined : inputScalingOf(recipe, samples.x),
    signal,
    onEvent: (event) => {
      if (event.type === "epoch") ends.push(performance.now());
    },
  });
  const counted = ends.slice(warmUps - 1);
  const lengths = counted.slice(1).map((end, before) => (end - (counted[before] as number)) / 1000);
  return lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length / 2)] as number;
}

function noise({ inputs }: LayersModel, { dataset }: Recipe, rows: number): Samples {
  const shape = (inputs[0]?.shape ?? []).slice(1).map((length) => length ?? 1);
  const values = rows * shape.reduce((product, length) => product * length, 1);
  const isPicture = dataset.inputShape.length > 1;
  const random = seededRandom(1, "estimate");
  const data = isPicture ? new Uint8Array(values) : new Float32Array(values);
  const drawn = Float32Array.from(
    { length: Math.min(values, drawnValues) },
    () => (isPicture ? 256 : 1) * random(),
  );
  for (let at = 0; at < values; at += drawnValues) data.set(drawn.subarray(0, values - at), at);
  return { x: { data, shape: [rows, ...shape] }, y: { data: new Uint8Array(rows), shape: [rows] } };
}

/** As far as the dataset's card says. */
function rowsOf(
  recipe: Recipe,
  settings: ResolvedSettings,
): { readonly train: number; readonly validation: number } {
  const { size } = recipe.dataset;
  const { validation } = recipe.schedule;
  const all = Math.min(size.train, settings.limit ?? Number.POSITIVE_INFINITY);
  if (!validates(recipe, settings)) return { train: all, validation: 0 };
  const given = settings.validationSplit;
  if (given === null && "ownPart" in validation) return { train: all, validation: size.validation ?? 0 };
  if (given === null && "testSet" in validation) return { train: all, validation: size.test };
  const share =
    given ??
    ("lastFraction" in validation
      ? validation.lastFraction
      : "firstRows" in validation
        ? validation.firstRows / size.train
        : 0);
  const train = Math.max(1, Math.floor(all * (1 - share)));
  return { train, validation: all - train };
}
