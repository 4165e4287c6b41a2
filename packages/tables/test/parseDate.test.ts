import { expect, it } from "vitest";
import { dateOrder, parseDate } from "../src/cells/parseDate.ts";

it("parseDate(text, order) counts days since 1970", () => {
  expect(parseDate("1970-01-02", "year-month-day")).toBe(1);
  expect(parseDate("2/1/1970", "day-month-year")).toBe(1);
  expect(parseDate("01.02.1970", "month-day-year")).toBe(1);
  expect(parseDate("2024-03-01T06:00:00Z", "year-month-day")).toBe(Date.UTC(2024, 2, 1, 6) / 86_400_000);
});

// Python: (datetime(...) - datetime(1970, 1, 1)) / timedelta(days=1).
it.for([
  ["2024-2-9", 19_762],
  ["2024/02/09", 19_762],
  ["2024.02.09", 19_762],
  ["2024-02-09 7:05", 19_762.29513888],
  ["2024-02-09T17:35", 19_762.73263888],
  ["2024-02-09 17:35:20", 19_762.73287037],
  ["2024-02-09T17:35:59.25", 19_762.73332175],
  ["2024-02-09T17:35:59,125", 19_762.73332175],
  ["2024-02-09 23:59:59", 19_762.99998842],
  ["2024-02-09 24:00", 19_763],
  ["2024-02-09Z", 19_762],
  ["2024-02-09 06:00 Z", 19_762.25],
  ["2024-02-09T06:00+05:30", 19_762.25],
  ["2024-02-09T06:00-0530", 19_762.25],
  ["1899-12-31", -25_568],
] as const)("parseDate(%j) is %f days after 1970, to the second and whatever the zone", ([text, days]) => {
  expect(parseDate(text, "year-month-day")).toBeCloseTo(days, 7);
});

it.for([
  ["9/2/2024", 19_762],
  ["09-02-2024", 19_762],
  ["9.2.2024 7:05", 19_762.29513888],
  ["9/2/2024 17:35:20", 19_762.73287037],
  ["9/2/2024T17:35", 19_762.73263888],
] as const)("parseDate(%j, day-month-year) is %f days after 1970", ([text, days]) => {
  expect(parseDate(text, "day-month-year")).toBeCloseTo(days, 7);
});

it.for([
  "2024-02-30",
  "2023-02-29",
  "2024-13-01",
  "2024-00-10",
  "2024-01-00",
  "2024-01-32",
  "yesterday",
  "2024",
  "12:30",
  "2024-01-01 25:00",
  "2024-01-01 24:01",
  "2024-01-01 10:60",
  "2024-01-01 10:59:60",
  "2024-01-01 10",
  "2024-01-01 10:5",
  "2024-01-01x10:05",
  "2024-01-01 10:05:5",
  "2024-01-01 10:05:05.",
  "2024-01-01 100:05",
  "2024-01-01 10:05 +1",
  "2024-01-01 10:05 +1:00",
  "2024-01-01  Z",
  "on 2024-01-01",
  "2024-01-01 or so",
  "12024-01-01",
  "24-01-01",
  "2024-001-01",
  "2024-01-001",
  "2024 01 01",
  "1/2/2024",
])("parseDate(%j) is no day", (text) => {
  expect(parseDate(text, "year-month-day")).toBeUndefined();
});

it.for([
  "2024-02-09",
  "on 9/2/2024",
  "9/2/2024 or so",
  "9/2/24",
  "9/2/20245",
  "009/2/2024",
  "9/002/2024",
  "9/2/2024 7",
  "9/2/2024 7:5",
  "9/2/2024 7:05:5",
  "9/2/2024x7:05",
  "9/13/2024",
  "31/4/2024",
  "9/2/2024 24:01",
])("parseDate(%j, day-month-year) is no day", (text) => {
  expect(parseDate(text, "day-month-year")).toBeUndefined();
});

it("dateOrder(texts) is the only order in which all are days, and none where two are", () => {
  expect(dateOrder(["2024-01-31", "2024-02-01"])).toBe("year-month-day");
  expect(dateOrder(["3/4/2024", "31/1/2024"])).toBe("day-month-year");
  expect(dateOrder(["3/4/2024", "1/31/2024"])).toBe("month-day-year");
  expect(dateOrder(["3/4/2024", "5/6/2024"])).toBeUndefined();
  expect(dateOrder(["2024-01-31", "soon"])).toBeUndefined();
});
