import type { TrainPlan } from "./TrainPlan.ts";

/** What is started from, in a line; none for a fresh model. */
export function fromText({ from, recipe }: TrainPlan): readonly string[] {
  if (!from) return [];
  const { model, replaced, frozen } = from;
  const head = replaced ? `, with a new last layer for ${recipe.dataset.classNames.length} classes` : "";
  return [`starts from ${model}${head}${frozen ? "; nothing but the last layer learns" : ""}`];
}
