import { dateOrder, parseDate } from "../../cells/parseDate.ts";
import type { ColumnEncoder } from "../ColumnEncoder.ts";
import { numberStatistics } from "../numberStatistics.ts";
import type { DateEncoding } from "../TableEncoding.ts";

/** The mean length of a year in the Gregorian calendar. */
const daysInYear = 365.2425;

/** A day is a number as others are, and its season a point on a circle, where December is beside January. */
export const dateEncoder: ColumnEncoder<DateEncoding> = {
  recognizes: (distinct) => dateOrder(distinct) !== undefined,
  refusal: () => "dates: its cells are none, or 3/4/2024 could be two days in it",
  fit({ column: { name, dateOrder: order }, cells }) {
    if (order === undefined) return undefined;
    const days = cells.flatMap((cell) => (cell === null ? [] : (parseDate(cell, order) ?? [])));
    return { kind: "date", name, order, ...numberStatistics(days) };
  },
  features: ({ name }) => [name, `${name} season 1`, `${name} season 2`],
  writer: ({ order, median, mean, deviation }) => {
    return (inputs, cell) => {
      const value = cell === null ? undefined : parseDate(cell, order);
      const day = value ?? median;
      const season = (2 * Math.PI * day) / daysInYear;
      inputs[0] = (day - mean) / deviation;
      inputs[1] = Math.sin(season);
      inputs[2] = Math.cos(season);
      return cell !== null && value === undefined ? "unreadable" : undefined;
    };
  },
};
