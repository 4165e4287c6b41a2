import { parseNumber } from "../cells/parseNumber.ts";
import type { TableColumn } from "../TableColumn.ts";
import type { TargetEncoding } from "../encode/TableEncoding.ts";
import type { Cell } from "../RawTable.ts";
import { TableError } from "../TableError.ts";
import { distinctClasses } from "./classLabels.ts";
import { byValue } from "../encode/byValue.ts";

/** Whole numbers of at most so many different values are classes, where there are five rows of each or more in the mean. */
const fewClasses = 10;

/** More classes than this are told apart by no table: it is a text or a name. */
const mostClasses = 1000;

/**
 * Decides what is predicted: two values or a text are classes, few whole numbers too, other numbers are values.
 *
 * @throws {TableError} `UNUSABLE_TARGET` for a column that cannot be predicted, or not in the task that is asked for
 */
export function describeTarget(
  column: TableColumn,
  cells: readonly Cell[],
  decimalComma: boolean,
  task: "classification" | "regression" | undefined,
): TargetEncoding {
  const { name } = column;
  const present = cells.filter((cell) => cell !== null);
  const distinct = distinctClasses([...new Set(present)].sort(byValue), decimalComma);
  const [only] = distinct;
  if (distinct.length < 2) {
    throw unusable(
      name,
      only === undefined ? "is empty" : `has "${only}" in every row`,
      "There is nothing to tell apart",
    );
  }
  const numbers = present.map((cell) => parseNumber(cell, decimalComma));
  const stranger = present[numbers.indexOf(undefined)];
  const chosen = task ?? taskOf(column, distinct, numbers);
  if (chosen === "regression") {
    if (stranger === undefined) return { kind: "value", name };
    throw unusable(
      name,
      `holds "${stranger}", which is no number`,
      "For classes, ask for the task classification",
    );
  }
  if (distinct.length <= mostClasses && distinct.length < present.length)
    return { kind: "class", name, classes: distinct };
  const numeric = numbers.filter((value) => value !== undefined).length;
  if (stranger !== undefined && numeric > present.length / 2) {
    throw unusable(
      name,
      `holds ${numeric} numbers, and "${stranger}", which is none`,
      "Leave such cells empty, and their rows are left out",
    );
  }
  throw unusable(
    name,
    `has ${distinct.length} different values in ${present.length} rows, too many for classes`,
    stranger === undefined
      ? "For values, ask for the task regression"
      : "Name a column with few different values, or with numbers",
  );
}

function taskOf(
  { kind }: TableColumn,
  distinct: readonly string[],
  numbers: readonly (number | undefined)[],
): "classification" | "regression" {
  if (kind === "boolean" || numbers.includes(undefined)) return "classification";
  const whole = numbers.every((value) => Number.isInteger(value));
  return whole && distinct.length <= fewClasses && numbers.length >= 5 * distinct.length
    ? "classification"
    : "regression";
}

function unusable(name: string, what: string, remedy: string): TableError {
  return new TableError("UNUSABLE_TARGET", `The target "${name}" ${what}. ${remedy}.`);
}
