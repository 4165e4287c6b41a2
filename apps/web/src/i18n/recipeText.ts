import { chineseArchitecture } from "./chineseArchitecture.ts";
import { chineseMetrics, chineseRecipes } from "./chineseRecipes.ts";
import { language } from "./language.ts";

/** What a recipe is called in the language of the moment. */
export function recipeTitleText({ name, title }: { readonly name: string; readonly title: string }): string {
  return (language.value === "zh" ? chineseRecipes[name] : undefined) ?? title;
}

/** Of which layers a network is, in the language of the moment. */
export function architectureText(architecture: string): string {
  return language.value === "zh" ? chineseArchitecture(architecture) : architecture;
}

/** What a recipe publishes, in the language of the moment. */
export function metricText(metric: string): string {
  return (language.value === "zh" ? chineseMetrics[metric] : undefined) ?? metric;
}
