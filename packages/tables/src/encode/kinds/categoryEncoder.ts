import { byFrequency } from "../byFrequency.ts";
import type { ColumnEncoder } from "../ColumnEncoder.ts";
import type { CategoryEncoding } from "../TableEncoding.ts";

/** As many categories get an input of their own; the rarer ones share one. */
const mostCategories = 100;

/** One-hot; a missing value is the most frequent one, and one that training did not see is none of them. */
export const categoryEncoder: ColumnEncoder<CategoryEncoding> = {
  fit({ column: { name }, cells, distinct }) {
    const frequent = byFrequency(cells.filter((cell) => cell !== null));
    const categories = frequent.slice(0, mostCategories);
    const mostFrequent = frequent[0] ?? distinct[0] ?? "";
    return { kind: "category", name, categories, mostFrequent, others: frequent.length > mostCategories };
  },
  features: ({ name, categories, others }) =>
    [...categories, ...(others ? ["(others)"] : [])].map((value) => `${name}=${value}`),
  writer: ({ categories, mostFrequent, others }) => {
    const places = new Map(categories.map((value, index) => [value, index]));
    return (inputs, cell) => {
      const place = places.get(cell ?? mostFrequent) ?? (others ? categories.length : undefined);
      if (place === undefined) return "unknown";
      inputs[place] = 1;
      return undefined;
    };
  },
};
