/** How a column writes days. */
export type DateOrder = "year-month-day" | "day-month-year" | "month-day-year";

const yearFirst =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?\s?(?:Z|[+-]\d{2}:?\d{2})?$/;
const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/**
 * Reads a day, and the time of day where there is one; a zone is not looked at.
 *
 * @returns days since 1970-01-01, with a fraction; `undefined` for what is no date in that order
 */
export function parseDate(text: string, order: DateOrder): number | undefined {
  const match = (order === "year-month-day" ? yearFirst : yearLast).exec(text);
  if (!match) return undefined;
  const [first, second, third, hour, minute, seconds] = match.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const [year, month, day] =
    order === "year-month-day"
      ? [first, second, third]
      : order === "day-month-year"
        ? [third, second, first]
        : [third, first, second];
  const date = new Date(Date.UTC(year, month - 1, day));
  // The 31st of February is the 3rd of March there.
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  const time = hour * 3600 + minute * 60 + seconds;
  // ISO 8601 writes midnight as 24:00, too, and nothing behind it.
  if (minute > 59 || seconds > 59 || time > 86_400) return undefined;
  return date.getTime() / 86_400_000 + time / 86_400;
}

/** The one order in which every text is a date; `undefined` where there is none, or where 3/4/2024 could be two days. */
export function dateOrder(texts: readonly string[]): DateOrder | undefined {
  const orders: readonly DateOrder[] = ["year-month-day", "day-month-year", "month-day-year"];
  const fitting = orders.filter((order) => texts.every((text) => parseDate(text, order) !== undefined));
  return fitting.length === 1 ? fitting[0] : undefined;
}
