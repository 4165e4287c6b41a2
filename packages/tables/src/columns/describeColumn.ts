import type { Cell } from "../RawTable.ts";
import { recognizedKind } from "../encode/columnEncoders.ts";
import { columnNote, isInfinite } from "./columnNote.ts";
import { isDash } from "../cells/isDash.ts";
import { dateOrder } from "../cells/parseDate.ts";
import { parseNumber } from "../cells/parseNumber.ts";
import type { ColumnKind, TableColumn } from "../TableColumn.ts";

/** The share of cells that have to be numbers for a column of numbers; the others, such as "unknown", count as missing. */
const numericShare = 0.95;

/** As many different texts are categories in a table of any length; beyond, at most a tenth of the rows may differ. */
const fewCategories = 50;

/** Names of columns that number the rows. */
const idName =
  /^(?:id|index|idx|key|uuid|guid|row|nr|no|number|unnamed.*|column 1|.*[ _-](?:id|key|nr|no|uuid))$/i;
/** As in userId, and not in paid. */
const idNameInCamelCase = /[a-z]I[dD]$/;

/** The cells of a column without the missing ones, and each different one once. */
interface Values {
  readonly rows: number;
  readonly present: readonly string[];
  readonly distinct: ReadonlySet<string>;
}

/**
 * Finds out what a column holds.
 *
 * One with a single value is constant, one with two is a boolean, whatever the values are. Numbers that number the rows, each once and
 * without a gap or under a name such as "id", are an id. Texts are categories where at most 50 differ or at most a tenth of the rows do;
 * others are a text, or an id where they are single words. A dash among numbers or days is a value that is missing.
 *
 * @param kind what it is to be taken for instead
 */
export function describeColumn(
  name: string,
  cells: readonly Cell[],
  decimalComma: boolean,
  kind?: ColumnKind,
): TableColumn {
  const present = cells.filter((cell) => cell !== null);
  const values: Values = { rows: cells.length, present, distinct: new Set(present) };
  const found = kind ?? kindOf(name, values, decimalComma);
  const described = {
    name,
    kind: found,
    missing: cells.length - present.length,
    distinct: values.distinct.size,
    ...leftOut(found, values, kind !== undefined),
    ...(found === "date" && orderOf(values)),
  };
  const note = columnNote(found, cells, values.distinct, decimalComma);
  if (note === undefined) return described;
  // It is why the column is left out, rather than that its values differ.
  return kind === undefined && (found === "id" || found === "text")
    ? { ...described, leftOut: note }
    : { ...described, note };
}

function kindOf(name: string, values: Values, decimalComma: boolean): ColumnKind {
  const { rows, present, distinct } = values;
  if (distinct.size === 0 || (distinct.size === 1 && present.length === rows)) return "constant";
  if (distinct.size === 2) return "boolean";
  const numbers = present
    .map((cell) => parseNumber(cell, decimalComma))
    .filter((value) => value !== undefined);
  const infinite = present.filter(isInfinite).length;
  const dashes = present.filter(isDash).length;
  if (numbers.length + infinite >= numericShare * (present.length - dashes) && numbers.length > 0) {
    return numbersRows(name, numbers, values) ? "id" : "number";
  }
  const recognized = recognizedKind(withoutDashes(distinct));
  if (recognized !== undefined) return recognized;
  const most = rows <= 2 * fewCategories ? rows / 2 : Math.max(fewCategories, rows / 10);
  if (distinct.size <= most) return "category";
  const words = present.reduce((sum, cell) => sum + cell.split(/\s+/).length, 0) / present.length;
  return words < 1.5 ? "id" : "text";
}

function withoutDashes(distinct: ReadonlySet<string>): string[] {
  return [...distinct].filter((cell) => !isDash(cell));
}

function orderOf({ distinct }: Values): Pick<TableColumn, "dateOrder"> {
  const order = dateOrder(withoutDashes(distinct));
  return order === undefined ? {} : { dateOrder: order };
}

/** Whether the numbers name the rows: each row has one of its own, in steps of one or under a name that says so. */
function numbersRows(name: string, numbers: readonly number[], { rows, distinct }: Values): boolean {
  if (distinct.size < rows || numbers.length < rows || !numbers.every(Number.isInteger)) return false;
  const first = numbers[0] as number;
  return (
    numbers.every((value, row) => value === first + row) || idName.test(name) || idNameInCamelCase.test(name)
  );
}

function leftOut(
  kind: ColumnKind,
  { rows, present, distinct }: Values,
  asked: boolean,
): { leftOut?: string } {
  if (kind === "constant") {
    return { leftOut: present.length === 0 ? "it is empty" : `every row has "${[...distinct][0]}"` };
  }
  if (kind === "id")
    return {
      leftOut: asked
        ? "it is said to be an id"
        : `it names the rows (${distinct.size} different values in ${rows} rows)`,
    };
  if (kind === "text")
    return {
      leftOut: asked
        ? "it is said to be a text"
        : `it is text (${distinct.size} different values in ${rows} rows)`,
    };
  return {};
}
