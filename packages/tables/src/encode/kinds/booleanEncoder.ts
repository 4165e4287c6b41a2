import { parseNumber } from "../../cells/parseNumber.ts";
import { byFrequency } from "../byFrequency.ts";
import type { ColumnEncoder } from "../ColumnEncoder.ts";
import type { BooleanEncoding } from "../TableEncoding.ts";

/** One of two values is 0 or 1; a missing one is the more frequent, and a flag says so; one of neither is between them. */
export const booleanEncoder: ColumnEncoder<BooleanEncoding> = {
  refusal: ({ distinct }) => `a boolean: it has ${distinct} different values`,
  fit({ column: { name }, cells, distinct }) {
    const [zero, one, third] = distinct;
    if (zero === undefined || one === undefined || third !== undefined) return undefined;
    const present = cells.filter((cell) => cell !== null);
    const mostFrequent = byFrequency(present)[0] ?? zero;
    return { kind: "boolean", name, values: [zero, one], mostFrequent, flag: present.length < cells.length };
  },
  features: ({ name, flag }) => (flag ? [name, `${name} missing`] : [name]),
  writer: ({ values, mostFrequent, flag }) => {
    return (inputs, cell) => {
      const place = indexOfValue(values, cell ?? mostFrequent);
      inputs[0] = place === -1 ? 0.5 : place;
      if (flag) inputs[1] = cell === null ? 1 : 0;
      return place === -1 ? "unknown" : undefined;
    };
  },
};

/** 1 and 1.0 are one value. */
function indexOfValue(values: readonly string[], cell: string): number {
  const exact = values.indexOf(cell);
  if (exact !== -1) return exact;
  const number = parseNumber(cell, false);
  return number === undefined ? -1 : values.findIndex((value) => parseNumber(value, false) === number);
}
