import { chineseDatasets } from "./chineseDatasets.ts";
import { language } from "./language.ts";

/** What a dataset is called in the language of the moment. */
export function datasetTitleText({ name, title }: { readonly name: string; readonly title: string }): string {
  return (language.value === "zh" ? chineseDatasets[name]?.title : undefined) ?? title;
}
