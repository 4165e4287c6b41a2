import { fit, seededRandom } from "@minibatch/training";
import { fitOptionsOf } from "./fitOptionsOf.ts";
import { inputScalingOf } from "./inputScalingOf.ts";
import { modelToFit } from "./modelToFit.ts";
import type { Recipe } from "./Recipe.ts";
import type { ResolvedSettings } from "./resolveSettings.ts";
import { validates } from "./validates.ts";

/** Validation runs forward only, where training also runs back, twice as long. */
const validationShare = 1 / 3;

/** How long training is going to take, roughly. */
export interface TrainingEstimate {
  readonly secondsPerEpoch: number;
  /** For all epochs: early stopping may end training before. */
  readonly seconds: number;
}

/**
 * Estimates how long a recipe trains on the running backend, by three batches of noise: the first warms up and is not counted. Where a
 * recipe computes its batches in parts, a part stands for each of them.
 *
 * Good to a third or so; what comes before and after training, reading pictures for one, is not in it. No later run is changed by it.
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
  const rows = rowsOf(recipe, settings);
  const { model, optimizer } = modelToFit(recipe, settings, rows.train);
  const { gradientAccumulation = 1 } = recipe.schedule;
  const count = Math.min(Math.ceil(settings.batchSize / gradientAccumulation), rows.train);
  const shape = (model.inputs[0]?.shape ?? []).slice(1).map((length) => length ?? 1);
  const values = count * shape.reduce((product, length) => product * length, 1);
  const isPicture = recipe.dataset.inputShape.length > 1;
  const random = seededRandom(1, "estimate");
  const data = isPicture
    ? Uint8Array.from({ length: values }, () => 256 * random())
    : Float32Array.from({ length: values }, random);
  const x = { data, shape: [count, ...shape] };
  const measured: number[] = [];
  try {
    await fit(
      model,
      { x, y: { data: new Uint8Array(count), shape: [count] } },
      {
        epochs: 3,
        batchSize: count,
        ...fitOptionsOf(recipe),
        gradientAccumulation: 1,
        // On noise, a rate that suits data may lead out of the finite numbers.
        learningRateSchedule: () => 0,
        inputScaling: recipe.standardized ? undefined : inputScalingOf(recipe, x),
        signal,
        onEvent: (event) => {
          if (event.type === "epoch") measured.push(event.seconds / count);
        },
      },
    );
  } finally {
    model.dispose();
    optimizer.dispose();
  }
  const perSample = Math.min(...measured.slice(1));
  const secondsPerEpoch = perSample * (rows.train + rows.validation * validationShare);
  return { secondsPerEpoch, seconds: secondsPerEpoch * settings.epochs };
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
