import { resolve } from "node:path";
import type { ArraysData } from "@minibatch/recipes";
import { npz, type NpzDataset } from "@minibatch/tables";
import { countText } from "../terminal/numberText.ts";
import type { OwnData } from "./OwnData.ts";

/**
 * Opens an archive of NumPy arrays.
 *
 * @param folder what its path starts from
 * @throws {TableError} with what is inside where the names do not tell what is what
 * @throws {DatasetError} for a damaged archive
 */
export async function openArrays({ arrays: path, options }: ArraysData, folder: string): Promise<OwnData> {
  const dataset = await npz(/^https?:\/\//.test(path) ? path : resolve(folder, path), options);
  return { dataset, found: foundIn(dataset) };
}

function foundIn({
  title,
  arrays,
  inputShape,
  classNames,
  task,
  size,
  splitBy,
  notes,
}: NpzDataset): string[] {
  const rows = size.train + (size.validation ?? 0) + size.test;
  const [height, width, channels] = inputShape;
  const inputs =
    channels === undefined
      ? `${countText(inputShape[0] ?? 0)} inputs`
      : `pictures of ${width}x${height} ${channels === 1 ? "in grey" : "in colour"}`;
  const shown = `${classNames.slice(0, 6).join(", ")}${classNames.length > 6 ? ", …" : ""}`;
  const what = task === "classification" ? `${classNames.length} classes (${shown})` : "values";
  return [
    `${title}: ${countText(rows)} rows of ${inputs}, from ${arrays.join(", ")}; to predict: ${what}`,
    ...notes,
    `${splitBy === "archive" ? "the test set is the archive's" : "split by what rows hold"}: ${countText(size.train)} training, ` +
      `${countText(size.validation ?? 0)} validation, ${countText(size.test)} test`,
  ];
}
