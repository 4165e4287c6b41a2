/**
 * What a value of a JSON file has to be: a text, a finite number, a whole number from 0, a list of one kind of thing, or an object with
 * these fields; one whose name ends in a question mark may be missing.
 */
export type Shape = "text" | "number" | "count" | readonly [Shape] | { readonly [field: string]: Shape };

/**
 * Finds the first thing in a value that is not as it has to be.
 *
 * @param where what the value is called
 * @returns what is wrong, such as `result.importance[2].mean is no number`; `undefined` where all is right
 */
export function mismatch(value: unknown, shape: Shape, where: string): string | undefined {
  if (shape === "text") return typeof value === "string" ? undefined : `${where} is no text`;
  if (shape === "number") return Number.isFinite(value) ? undefined : `${where} is no number`;
  if (shape === "count") {
    const isCount = Number.isSafeInteger(value) && (value as number) >= 0;
    return isCount ? undefined : `${where} is no number`;
  }
  if (isList(shape)) {
    if (!Array.isArray(value)) return `${where} is no list`;
    return firstOf(value, (item, index) => mismatch(item, shape[0], `${where}[${index}]`));
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return `${where} is no table`;
  return firstOf(Object.entries(shape), ([name, of]) => {
    const field = name.replace(/\?$/, "");
    const content = (value as Readonly<Record<string, unknown>>)[field];
    if (content === undefined && field !== name) return undefined;
    return mismatch(content, of, `${where}.${field}`);
  });
}

function isList(shape: Exclude<Shape, string>): shape is readonly [Shape] {
  return Array.isArray(shape);
}

function firstOf<Item>(
  items: readonly Item[],
  find: (item: Item, index: number) => string | undefined,
): string | undefined {
  for (const [index, item] of items.entries()) {
    const found = find(item, index);
    if (found !== undefined) return found;
  }
  return undefined;
}
