import { ImageError } from "../ImageError.ts";
import type { Row } from "./stackRows.ts";
import type { LeftOut } from "../ImageDataset.ts";
import type { Layout } from "../layout/readLayout.ts";

/** So many files are named in a message. */
const NAMED = 3;

/**
 * Makes sure that there are pictures of every class.
 *
 * @param labels of the pictures that are used
 * @throws {ImageError} `NOTHING_READABLE`, `EMPTY_CLASS`
 */
export function requireClasses(
  title: string,
  { classNames, placed }: Layout,
  labels: readonly number[],
  leftOut: readonly LeftOut[],
): void {
  if (labels.length === 0) {
    const why = placed.length === 0 ? "there is no file in any of its folders" : reasons(leftOut);
    throw new ImageError("NOTHING_READABLE", `${title} has no picture that can be used: ${why}`);
  }
  const filled = new Set(labels);
  const empty = classNames.flatMap((name, label) => (filled.has(label) ? [] : [{ name, label }]));
  const [first] = empty;
  if (first === undefined) return;
  const own = new Set(placed.filter(({ label }) => label === first.label).map(({ file }) => file.path));
  const why = own.size === 0 ? "its folder is empty" : reasons(leftOut.filter(({ file }) => own.has(file)));
  const others = empty.slice(1).map(({ name }) => name);
  const also = others.length === 0 ? "" : ` The same goes for ${others.join(", ")}.`;
  throw new ImageError(
    "EMPTY_CLASS",
    `The class ${first.name} of ${title} has no picture: ${why}. Put pictures into it, or take the folder away.${also}`,
  );
}

/**
 * Makes sure that there is something to train on in every class: a ready split may have none.
 *
 * @throws {ImageError} `EMPTY_CLASS`
 */
export function requireTraining(title: string, classNames: readonly string[], rows: readonly Row[]): void {
  const trained = new Set(rows.map(({ label }) => label));
  const missing = classNames.filter((_, label) => !trained.has(label));
  if (missing.length === 0) return;
  throw new ImageError(
    "EMPTY_CLASS",
    `${title} has no picture to train on of ${missing.join(", ")}: put some into its folder in train/`,
  );
}

function reasons(leftOut: readonly LeftOut[]): string {
  const named = leftOut.slice(0, NAMED).map(({ file, message }) => `${file} ${message}`);
  const more = leftOut.length - named.length;
  return named.join("; ") + (more > 0 ? `; and ${more} more` : "");
}
