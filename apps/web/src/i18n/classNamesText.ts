import { chineseClasses, chineseFeatures } from "./chineseClasses.ts";
import { language } from "./language.ts";

/** The classes of a dataset in the language of the moment; those of one's own data, and digits and letters, stay as they are. */
export function classNamesText(dataset: string, names: readonly string[]): readonly string[] {
  return inChinese(chineseClasses, dataset, names);
}

/** The columns of a table in the language of the moment; abbreviations stay. */
export function featureNamesText(dataset: string, names: readonly string[]): readonly string[] {
  return inChinese(chineseFeatures, dataset, names);
}

function inChinese(
  tables: Readonly<Record<string, readonly string[]>>,
  dataset: string,
  names: readonly string[],
): readonly string[] {
  const chinese = language.value === "zh" ? tables[dataset] : undefined;
  return chinese?.length === names.length ? chinese : names;
}
