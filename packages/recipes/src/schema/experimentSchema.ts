import type { Experiment, RecipeExperiment, StartingModel } from "../experiment/Experiment.ts";
import { dataSchema } from "./dataSchema.ts";
import type { JsonSchema } from "./JsonSchema.ts";
import { modelSchema } from "./modelSchema.ts";
import { flag, number, needed, object, oneOf, type Schema, share, text, whole } from "./Schema.ts";
import { optimizerSchema, scheduleSchema } from "./scheduleSchema.ts";

/** Where the schema of experiment files is, for editors: `"$schema"` of every one that is written. */
export const experimentSchemaUrl = "https://cdn.jsdelivr.net/npm/@minibatch/recipes/experiment.schema.json";

/**
 * The JSON Schema of experiment files. `experiment.schema.json` of this package holds the same for editors and other programs.
 *
 * @example
 * experimentSchema().title; // "minibatch experiment"
 */
export function experimentSchema(): JsonSchema {
  const { json } = oneOf<[Experiment, RecipeExperiment]>(ownSchema(), recipeSchema());
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: experimentSchemaUrl,
    title: "minibatch experiment",
    description: "What `minibatch train experiment.json` trains, on what, and how.",
    ...json,
  };
}

const common = () => ({
  from: object<StartingModel>("A trained model to start from in place of a fresh one.", {
    model: needed(text("../course.keras", "../digits-cnn-1")("The path of a run or of a model.")),
    sha256: text()("The SHA-256 of its files as they were in the run."),
    freeze: flag(false)("Whether only the last layer learns."),
  }),
  $schema: text(experimentSchemaUrl)("Where editors find what may stand here."),
  backend: text("wasm", "node", "webgpu", "cpu")("What computes. Default: the fastest that runs."),
});

function ownSchema(): Schema<Experiment> {
  return object<Experiment>("Data, model and schedule of one's own.", {
    data: needed(dataSchema()),
    name: needed(text("my-pictures")("What its runs are called.")),
    model: needed(modelSchema()),
    schedule: needed(scheduleSchema()),
    limit: whole(1)("At most this many training rows."),
    ...common(),
  });
}

function recipeSchema(): Schema<RecipeExperiment> {
  return object<RecipeExperiment>("A recipe, with what differs from it.", {
    recipe: needed(
      text(
        "mnist-cnn",
        "./experiment.mjs",
      )("The id of a recipe, as `minibatch recipes` prints it, or the path of a module that exports one."),
    ),
    sha256: text()("The SHA-256 of the module as it was in the run."),
    settings: object<NonNullable<RecipeExperiment["settings"]>>("What differs from the recipe.", {
      epochs: whole(1)("Passes over the training samples."),
      batchSize: whole(1)("Samples for each step."),
      learningRate: number({ exclusiveMinimum: 0 })("How far a step goes."),
      optimizer: optimizerSchema(),
      momentum: share()("How much of the last step goes on, for an optimizer that has it."),
      nesterov: flag()("Whether the gradient is taken ahead, for an optimizer that has it."),
      weightDecay: number({ minimum: 0 })(
        "What share of itself, times the learning rate, each weight loses at each step, for an optimizer that has it.",
      ),
      seed: whole(0)("Fixes everything random."),
      limit: whole(1)("At most this many training rows."),
      validationSplit: share()("The last share of the training rows, held back for validation."),
      earlyStopping: whole(1)("Ends when the validation loss was not better for so many epochs."),
    }),
    ...common(),
  });
}
