/** Bytes from `start` up to `end`, which is not among them. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a Range header of HTTP.
 *
 * @param header as it came
 * @param length of the whole in bytes
 * @returns `"none"` when the whole is to be sent: no header, or one that asks for what we do not do, such as several ranges;
 * `"unsatisfiable"` when it asks for bytes past the end
 *
 * @example
 * parseRange("bytes=100-", 1000); // { start: 100, end: 1000 }
 */
export function parseRange(header: string | undefined, length: number): ByteRange | "none" | "unsatisfiable" {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? "") ?? [];
  if (first === "" && last === "") return "none";
  const range =
    first === ""
      ? { start: Math.max(0, length - Number(last)), end: length }
      : { start: Number(first), end: last === "" ? length : Math.min(length, Number(last) + 1) };
  if (first !== "" && last !== "" && Number(last) < Number(first)) return "none";
  return range.start < range.end ? range : "unsatisfiable";
}
