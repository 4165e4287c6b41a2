import { byFrequency } from "../byFrequency.ts";
import type { ColumnEncoder } from "../ColumnEncoder.ts";
import type { CategoryEncoding } from "../TableEncoding.ts";

/** So many categories get an input each, whatever the rows; of more, each has to occur twice, or nothing can be learned from it. */
const fewCategories = 100;

/** More get no input of their own: the first layer of a network makes of each a short vector, as an embedding does, and has a weight for each of its numbers. */
const mostCategories = 1000;

/** What the inputs of one column may take, 200 MB: long tables get fewer categories. */
const mostInputs = 50_000_000;

/** One-hot; a missing value is the most frequent one, and one that training did not see is none of them, or one of the rare. */
export const categoryEncoder: ColumnEncoder<CategoryEncoding> = {
  fit({ column: { name }, cells, distinct }) {
    const present = cells.filter((cell) => cell !== null);
    const frequent = byFrequency(present);
    const mostFrequent = frequent[0] ?? distinct[0] ?? "";
    const own = ownInputs(frequent, present);
    const rare = frequent.slice(own);
    return {
      kind: "category",
      name,
      categories: frequent.slice(0, own),
      mostFrequent,
      others: rare.length > 0,
      ...(rare.length > 0 && { rare }),
    };
  },
  features: ({ name, categories, others }) =>
    [...categories, ...(others ? ["(others)"] : [])].map((value) => `${name}=${value}`),
  writer: ({ categories, mostFrequent, others, rare }) => {
    const places = new Map(categories.map((value, index) => [value, index]));
    const known = new Set(rare);
    return (inputs, cell) => {
      const value = cell ?? mostFrequent;
      const place = places.get(value) ?? (others ? categories.length : undefined);
      if (place !== undefined) inputs[place] = 1;
      return places.has(value) || known.has(value) ? undefined : "unknown";
    };
  },
};

/** How many of the categories, the most frequent first, get an input of their own. */
function ownInputs(frequent: readonly string[], cells: readonly string[]): number {
  if (frequent.length <= fewCategories) return frequent.length;
  const counts = new Map<string, number>();
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  const once = frequent.findIndex((value) => counts.get(value) === 1);
  const most = Math.max(fewCategories, Math.min(mostCategories, Math.floor(mostInputs / cells.length)));
  return Math.min(once === -1 ? frequent.length : Math.max(once, fewCategories), most);
}
