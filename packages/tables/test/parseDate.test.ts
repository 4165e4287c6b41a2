import { expect, it } from "vitest";
import { dateOrder, parseDate } from "../src/columns/parseDate.ts";

it("parseDate(text, order) counts days since 1970", () => {
  expect(parseDate("1970-01-02", "year-month-day")).toBe(1);
  expect(parseDate("2/1/1970", "day-month-year")).toBe(1);
  expect(parseDate("01.02.1970", "month-day-year")).toBe(1);
  expect(parseDate("2024-03-01T06:00:00Z", "year-month-day")).toBe(Date.UTC(2024, 2, 1, 6) / 86_400_000);
});

it.for(["2024-02-30", "2024-13-01", "yesterday", "2024", "12:30", "2024-01-01 25:00"])(
  "parseDate(%j) is no day",
  (text) => {
    expect(parseDate(text, "year-month-day")).toBeUndefined();
  },
);

it("dateOrder(texts) is the only order in which all are days, and none where two are", () => {
  expect(dateOrder(["2024-01-31", "2024-02-01"])).toBe("year-month-day");
  expect(dateOrder(["3/4/2024", "31/1/2024"])).toBe("day-month-year");
  expect(dateOrder(["3/4/2024", "1/31/2024"])).toBe("month-day-year");
  expect(dateOrder(["3/4/2024", "5/6/2024"])).toBeUndefined();
  expect(dateOrder(["2024-01-31", "soon"])).toBeUndefined();
});
