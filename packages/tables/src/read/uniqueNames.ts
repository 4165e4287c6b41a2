import { TableError } from "../TableError.ts";

/**
 * The names of the columns from a header; one without a name is called after its place.
 *
 * @throws {TableError} `INVALID_FORMAT` for a name that stands twice
 */
export function uniqueNames(header: readonly string[]): string[] {
  const names = header.map((name, index) => name.trim() || `column ${index + 1}`);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice === undefined) return names;
  throw new TableError(
    "INVALID_FORMAT",
    `Two columns are called "${twice}": give each a name of its own in the first line, or say header: false if it holds values.`,
  );
}
