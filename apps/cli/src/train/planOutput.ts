import type { Backend } from "@minibatch/backends";
import { estimateTraining } from "@minibatch/recipes";
import type { Output } from "../Output.ts";
import type { Session } from "../Session.ts";
import { countText, roughDurationText } from "../terminal/numberText.ts";
import { fromText } from "./fromText.ts";
import { optimizerText } from "./optimizerText.ts";
import type { TrainPlan } from "./TrainPlan.ts";

/** What `--dry-run` prints: what would be trained, on what and how. */
export async function planOutput(plan: TrainPlan, backend: Backend, session: Session): Promise<Output> {
  const { recipe, settings, own, from } = plan;
  const model = recipe.createModel(settings.seed);
  const parameters = model.countParams();
  // Of one that is there already, the estimate gets the same one.
  if (!from) model.dispose();
  const { seconds } = await estimateTraining(recipe, settings, session.source);
  const { dataset, architecture } = recipe;
  return {
    json: {
      recipe: recipe.name,
      dataset: dataset.name,
      task: recipe.task ?? dataset.task,
      inputShape: dataset.inputShape,
      classNames: dataset.classNames,
      size: dataset.size,
      architecture,
      parameters,
      settings,
      backend: backend.name,
      estimatedSeconds: seconds,
      ...(from && { from }),
      ...(own && { found: own.found, experiment: own.experiment }),
    },
    text: () =>
      [
        `${session.colour.bold(recipe.name)}  ${architecture}, ${countText(parameters)} parameters`,
        ...(own?.found ?? [dataset.title]),
        ...fromText(plan),
        `at most ${settings.epochs} epochs of batches of ${settings.batchSize}, ${optimizerText(settings)}, seed ${settings.seed}`,
        `${roughDurationText(seconds)} for all epochs on ${backend.name}, measured by a few batches`,
        "Nothing was trained: leave out --dry-run to do it.",
        "",
      ].join("\n"),
  };
}
