import { type LoadedModel, type ModelMetadata, transfer } from "@minibatch/models";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { CliError } from "../CliError.ts";
import { isAddress } from "../inputs/createInputReader.ts";
import { modelHash } from "../run/modelHash.ts";
import { openModel } from "../run/openModel.ts";
import type { Session } from "../Session.ts";
import type { TrainOptions } from "./TrainOptions.ts";
import type { TrainPlan } from "./TrainPlan.ts";

/**
 * Lets a plan start from a model that is there already, in place of a fresh one. Where it tells other classes apart, its last dense layer
 * is made anew, for those of the data.
 *
 * @throws {CliError} `MODEL_MISMATCH` when it takes other inputs than the data has, or gives another number of values
 * @throws {ModelError} `INVALID_ARGUMENT` when it does not end in a layer that can be replaced
 */
export async function planFromModel(
  plan: TrainPlan,
  options: TrainOptions,
  session: Session,
): Promise<TrainPlan> {
  const { start } = plan;
  const { from = start && session.display(start.model), freeze = start?.freeze, learningCurve } = options;
  if (from === undefined) {
    if (!freeze) return plan;
    throw new CliError(
      "INVALID_USAGE",
      "--freeze keeps the layers of a model as they are: say which one with --from.",
    );
  }
  if (learningCurve) {
    throw new CliError(
      "INVALID_USAGE",
      "--learning-curve trains several fresh models, and --from starts from one. Leave one of them out.",
    );
  }
  const loaded = await openModel(from, session);
  const sha256 = await modelHash(from, session);
  if (start?.sha256 !== undefined && options.from === undefined && start.sha256 !== sha256) {
    session.status.print(`${from} has changed since that run: what comes out may differ.`);
  }
  const fresh = plan.recipe.createModel(plan.settings.seed);
  try {
    const replaced = needsOtherHead(loaded, fresh, plan);
    if (!replaced) requireShapes(loaded.model, fresh, from, plan.own !== undefined);
    const { classNames } = plan.recipe.dataset;
    const model = replaced
      ? transfer(loaded.model, {
          classes: classNames.length,
          freeze: freeze === true,
          seed: plan.settings.seed,
        })
      : loaded.model;
    if (replaced) loaded.model.dispose();
    else if (freeze) freezeBody(model);
    return {
      ...plan,
      recipe: {
        ...plan.recipe,
        ...scalingOf(loaded.metadata, plan),
        architecture: `layers of ${from}`,
        createModel: () => model,
        // Recipes prepare weights that have learned nothing yet.
        prepareModel: () => {},
      },
      from: { model: from, replaced, frozen: freeze === true },
      start: {
        model: isAddress(from) ? from : session.resolve(from),
        ...(sha256 !== undefined && { sha256 }),
        ...(freeze && { freeze }),
      },
    };
  } catch (error) {
    loaded.model.dispose();
    throw error;
  } finally {
    fresh.dispose();
  }
}

/** Whether the model tells other classes apart than there are here: its last dense layer is of no use then. */
function needsOtherHead(
  { model, metadata }: LoadedModel,
  fresh: LayersModel,
  { recipe }: TrainPlan,
): boolean {
  const { dataset, task = dataset.task } = recipe;
  if (task !== "classification" || textOf(model.inputs) !== textOf(fresh.inputs)) return false;
  if (model.outputs.length !== 1) return false;
  const others = metadata.classNames?.some((name, index) => name !== dataset.classNames[index]);
  return others === true || textOf(model.outputs) !== textOf(fresh.outputs);
}

/** The pixels that the model was trained on, where it says so. */
function scalingOf(
  { inputScaling }: ModelMetadata,
  { recipe: { dataset } }: TrainPlan,
): Pick<TrainPlan["recipe"], "inputScaling"> {
  const { scale, offset } = inputScaling ?? {};
  const isOfPixels =
    dataset.inputShape.length === 3 && typeof scale === "number" && typeof offset === "number";
  return isOfPixels ? { inputScaling: { scale, offset } } : {};
}

/** Lets only the last layer that has weights learn. */
function freezeBody(model: LayersModel): void {
  const head = model.layers.findLast((layer) => layer.weights.length > 0);
  for (const layer of model.layers) if (layer !== head) layer.trainable = false;
}

function requireShapes(model: LayersModel, fresh: LayersModel, from: string, own: boolean): void {
  const [found, expected] = [model, fresh].map(
    ({ inputs, outputs }) => `from ${textOf(inputs)} to ${textOf(outputs)}`,
  );
  if (expected === found) return;
  throw new CliError(
    "MODEL_MISMATCH",
    `The model in ${from} goes ${found}, and this data needs ${expected}. ${own ? sizeHint(model) : ""}Take a model with the same inputs, ` +
      "or train without --from.",
  );
}

/** How pictures of one's own get the size that a model takes. */
function sizeHint(model: LayersModel): string {
  const [height, width, channels, ...more] = (model.inputs[0]?.shape ?? []).slice(1);
  if (typeof height !== "number" || height !== width || more.length > 0) return "";
  if (channels === 1) return `Add --image-size ${height} --grey for pictures of its size. `;
  return channels === 3 ? `Add --image-size ${height} for pictures of its size. ` : "";
}

function textOf(tensors: LayersModel["inputs"]): string {
  return tensors.map(({ shape }) => `[${shape.slice(1).join(", ")}]`).join(" and ");
}
