import type { PublishedResult } from "@minibatch/recipes";
import { metricText } from "../../i18n/recipeText.ts";
import { numberText, percentText } from "../../i18n/numberText.ts";
import { trainMessages } from "./messages.ts";

/** What the source of a recipe reports, in a line. */
export function publishedText({ metric, value }: PublishedResult): string {
  const text = metric.includes("accuracy") ? percentText(value) : numberText(value);
  return trainMessages.value.published(metricText(metric), text);
}
