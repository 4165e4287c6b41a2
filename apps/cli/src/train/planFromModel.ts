import type { LayersModel } from "@tensorflow/tfjs-layers";
import { CliError } from "../CliError.ts";
import { openModel } from "../run/openModel.ts";
import type { Session } from "../Session.ts";
import type { TrainOptions } from "./TrainOptions.ts";
import type { TrainPlan } from "./TrainPlan.ts";

/**
 * Lets a plan start from a model that is there already, in place of a fresh one.
 *
 * @throws {CliError} `MODEL_MISMATCH` when it takes other inputs than the data has, or gives another number of outputs
 */
export async function planFromModel(
  plan: TrainPlan,
  { from, freeze, learningCurve }: TrainOptions,
  session: Session,
): Promise<TrainPlan> {
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
  const { model } = await openModel(from, session);
  try {
    const fresh = plan.recipe.createModel(plan.settings.seed);
    const [expected, found] = [shapesOf(fresh), shapesOf(model)];
    fresh.dispose();
    if (expected !== found) {
      throw new CliError(
        "MODEL_MISMATCH",
        `The model in ${from} goes ${found}, and this data needs ${expected}. Train without --from, or give its last layer as many units in Keras.`,
      );
    }
  } catch (error) {
    model.dispose();
    throw error;
  }
  if (freeze) freezeBody(model);
  return { ...plan, recipe: { ...plan.recipe, createModel: () => model } };
}

/** Lets only the last layer that has weights learn. */
function freezeBody(model: LayersModel): void {
  const head = model.layers.findLast((layer) => layer.weights.length > 0);
  for (const layer of model.layers) if (layer !== head) layer.trainable = false;
}

function shapesOf(model: LayersModel): string {
  const text = (tensors: LayersModel["inputs"]): string =>
    tensors.map(({ shape }) => `[${shape.slice(1).join(", ")}]`).join(" and ");
  return `from ${text(model.inputs)} to ${text(model.outputs)}`;
}
