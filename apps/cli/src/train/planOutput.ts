import type { Output } from "../Output.ts";
import type { Session } from "../Session.ts";
import { countText } from "../terminal/numberText.ts";
import type { TrainPlan } from "./TrainPlan.ts";

/** What `--dry-run` prints: what would be trained, on what and how. */
export function planOutput({ recipe, settings, own }: TrainPlan, session: Session): Output {
  const model = recipe.createModel(settings.seed);
  const parameters = model.countParams();
  model.dispose();
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
      ...(own && { found: own.found, experiment: own.experiment }),
    },
    text: () =>
      [
        `${session.colour.bold(recipe.name)}  ${architecture}, ${countText(parameters)} parameters`,
        ...(own?.found ?? [dataset.title]),
        `at most ${settings.epochs} epochs of batches of ${settings.batchSize}, ${settings.optimizer} ${settings.learningRate}, seed ${settings.seed}`,
        "Nothing was trained: leave out --dry-run to do it.",
        "",
      ].join("\n"),
  };
}
