import type { Backend } from "@minibatch/backends";
import type { RecipeEvent } from "@minibatch/recipes";
import type { Session } from "../Session.ts";
import { countText } from "../terminal/numberText.ts";
import { fromText } from "./fromText.ts";
import { optimizerText } from "./optimizerText.ts";
import type { TrainPlan } from "./TrainPlan.ts";

/** The lines above the progress: what is trained, on what, how. */
export function startNotice(
  event: RecipeEvent & { readonly type: "start" },
  plan: TrainPlan,
  backend: Backend,
  { statusColour: colour }: Session,
): string[] {
  const { recipe, settings, resumed, own } = plan;
  const varied = recipe.schedule.augmentation ? ", augmented images" : "";
  const counts = [
    `${countText(event.trainSamples)} training`,
    ...(event.validationSamples > 0 ? [`${countText(event.validationSamples)} validation`] : []),
    `${countText(event.testSamples)} test samples`,
  ];
  const left =
    event.firstEpoch > event.epochs ? "only the test is left" : `going on with epoch ${event.firstEpoch}`;
  const from = resumed?.checkpoint ? `, ${left}` : "";
  const restart =
    resumed && !resumed.checkpoint ? ["There is no checkpoint yet: starting from the beginning."] : [];
  return [
    `${colour.bold(recipe.name)}  ${recipe.architecture}`,
    ...(own?.found ?? [`${recipe.dataset.title}: ${counts.join(", ")}`]),
    `${countText(event.parameters)} parameters, ${event.epochs} ${event.epochs === 1 ? "epoch" : "epochs"} of batches of ${event.batchSize}, ${optimizerText(settings)}${varied}, seed ${settings.seed}${from}`,
    ...fromText(plan),
    `${backend.name} backend on ${backend.device}`,
    // What spoke against the others follows the first semicolon; `minibatch backends` tells that in full.
    ...(backend.reason ? [`chosen because ${backend.reason.split(";")[0]}`] : []),
    ...(backend.emulated
      ? ["The CPU plays this GPU, which takes minutes where --backend wasm takes seconds."]
      : []),
    ...restart,
  ].map((line, index) => (index === 0 ? line : colour.dim(line)));
}
