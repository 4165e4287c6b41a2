import { closestName } from "@minibatch/datasets";
import { TableError } from "../TableError.ts";

/** The parts that an archive may come in; `whole` where it is not split. */
export type NpzPart = "whole" | "train" | "validation" | "test";

/** The names of the arrays of one part. */
export interface ArrayPair {
  readonly x: string;
  readonly y: string;
}

/** What inputs and targets are called, the likeliest first: scikit-learn's digits have both images and data. */
const inputs = ["x", "images", "image", "imgs", "data", "features", "inputs"];
const targets = ["y", "labels", "label", "target", "targets"];

const parts: Readonly<Record<string, NpzPart>> = {
  train: "train",
  training: "train",
  val: "validation",
  valid: "validation",
  validation: "validation",
  test: "test",
  testing: "test",
};

/**
 * Finds out by their names which arrays are inputs and which are targets: `x_train`, `y_train`, `x_test` and `y_test` as Keras has
 * them, `train_images`, `data` and `target`, and their relatives.
 *
 * @param names of all arrays
 * @param x said to be the inputs
 * @param y said to be the targets
 * @throws {TableError} `MISSING_COLUMN` with what is inside and what to say, `INVALID_ARGUMENT` for a name that is not there
 */
export function findArrays(
  names: readonly string[],
  { x, y }: { readonly x?: string | undefined; readonly y?: string | undefined },
): ReadonlyMap<NpzPart, ArrayPair> {
  for (const said of [x, y]) if (said !== undefined) requireArray(names, said);
  if (x !== undefined && y !== undefined) return new Map([["whole", { x, y }]]);
  const found = new Map<NpzPart, ArrayPair>();
  for (const part of ["whole", "train", "validation", "test"] as const) {
    const pair = { x: x ?? likeliest(names, part, inputs), y: y ?? likeliest(names, part, targets) };
    if (pair.x !== undefined && pair.y !== undefined) found.set(part, { x: pair.x, y: pair.y });
    if (x !== undefined || y !== undefined) break;
  }
  if (found.has("train")) found.delete("whole");
  else for (const part of ["validation", "test"] as const) found.delete(part);
  if (found.size > 0) return found;
  throw new TableError(
    "MISSING_COLUMN",
    `Which arrays are inputs and which are targets does not show in their names: the archive holds ${listed(names)}. ` +
      "Say it by x and y (--x and --y), or save them as x and y, or as x_train, y_train, x_test and y_test.",
  );
}

function likeliest(names: readonly string[], part: NpzPart, roles: readonly string[]): string | undefined {
  const ofPart = names.flatMap((name) => {
    const words = name.toLowerCase().split(/[_\-. ]+/);
    const places = words.map((word) => parts[word]).filter((place) => place !== undefined);
    const others = words.filter((word) => parts[word] === undefined);
    const [role = ""] = others;
    const fits = others.length === 1 && places.length <= 1 && (places[0] ?? "whole") === part;
    return fits && roles.includes(role) ? [{ name, rank: roles.indexOf(role) }] : [];
  });
  return ofPart.sort((a, b) => a.rank - b.rank)[0]?.name;
}

function requireArray(names: readonly string[], name: string): void {
  if (names.includes(name)) return;
  const close = closestName(name, names);
  throw new TableError(
    "INVALID_ARGUMENT",
    `The archive has no array "${name}".${close === undefined ? "" : ` Is "${close}" meant?`} It holds ${listed(names)}.`,
  );
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? "nothing" : names.map((name) => `"${name}"`).join(", ");
}
