import { chineseDatasets } from "./chineseDatasets.ts";
import { language } from "./language.ts";

/** The classes of a dataset in the language of the moment; those of one's own data, and digits and letters, stay as they are. */
export function classNamesText(dataset: string, names: readonly string[]): readonly string[] {
  return inChinese(chineseDatasets[dataset]?.classes, names);
}

/** The columns of a table in the language of the moment; abbreviations stay. */
export function featureNamesText(dataset: string, names: readonly string[]): readonly string[] {
  return inChinese(chineseDatasets[dataset]?.features, names);
}

function inChinese(chinese: readonly string[] | undefined, names: readonly string[]): readonly string[] {
  return language.value === "zh" && chinese?.length === names.length ? chinese : names;
}
