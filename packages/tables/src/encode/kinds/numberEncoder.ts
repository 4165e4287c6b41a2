import { parseNumber } from "../../cells/parseNumber.ts";
import type { ColumnEncoder } from "../ColumnEncoder.ts";
import { numberStatistics } from "../numberStatistics.ts";
import type { NumberEncoding } from "../TableEncoding.ts";

/** Numbers get mean 0 and standard deviation 1; a missing one is the median, and a flag says so. */
export const numberEncoder: ColumnEncoder<NumberEncoding> = {
  fit({ column: { name }, cells, decimalComma }) {
    const numbers = cells.flatMap((cell) => (cell === null ? [] : (parseNumber(cell, decimalComma) ?? [])));
    return { kind: "number", name, ...numberStatistics(numbers), flag: numbers.length < cells.length };
  },
  features: ({ name, flag }) => (flag ? [name, `${name} missing`] : [name]),
  writer: ({ median, mean, deviation, flag }, decimalComma) => {
    return (inputs, cell) => {
      const value = cell === null ? undefined : parseNumber(cell, decimalComma);
      inputs[0] = ((value ?? median) - mean) / deviation;
      if (flag) inputs[1] = value === undefined ? 1 : 0;
      return cell !== null && value === undefined ? "unreadable" : undefined;
    };
  },
};
