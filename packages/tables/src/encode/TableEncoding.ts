import type { DateOrder } from "../cells/parseDate.ts";

/** How one column becomes inputs; what was fitted was fitted on the training rows. */
export type ColumnEncoding = NumberEncoding | BooleanEncoding | CategoryEncoding | DateEncoding;

/** A number, brought to mean 0 and standard deviation 1; with a flag, a second input that is 1 where it is missing. */
export interface NumberEncoding {
  readonly kind: "number";
  readonly name: string;
  /** What a missing value is taken for. */
  readonly median: number;
  readonly mean: number;
  /** The standard deviation; 1 where the training rows all have the same value. */
  readonly deviation: number;
  readonly flag: boolean;
}

/** One of two values: 0 or 1. */
export interface BooleanEncoding {
  readonly kind: "boolean";
  readonly name: string;
  /** What is 0, and what is 1. */
  readonly values: readonly [string, string];
  /** What a missing value is taken for. */
  readonly mostFrequent: string;
  readonly flag: boolean;
}

/** One of several values: an input each, one-hot. */
export interface CategoryEncoding {
  readonly kind: "category";
  readonly name: string;
  /** Those of the training rows, by falling frequency. */
  readonly categories: readonly string[];
  /** What a missing value is taken for. */
  readonly mostFrequent: string;
  /** Whether one more input stands for the rare ones that have none of their own, and for those that training did not see. */
  readonly others: boolean;
  /** The rare ones. */
  readonly rare?: readonly string[];
}

/** A day: how long ago, as a number, and the season as a point on a circle. */
export interface DateEncoding {
  readonly kind: "date";
  readonly name: string;
  readonly order: DateOrder;
  /** Of the days since 1970-01-01. */
  readonly median: number;
  readonly mean: number;
  readonly deviation: number;
}

/** What is predicted. */
export type TargetEncoding =
  | { readonly kind: "value"; readonly name: string }
  | { readonly kind: "class"; readonly name: string; readonly classes: readonly string[] };

/** All that turns rows of such a table into inputs: plain JSON, to travel beside the weights of a model. */
export interface TableEncoding {
  /** The layout of this object. */
  readonly format: 1;
  readonly columns: readonly ColumnEncoding[];
  readonly target: TargetEncoding;
  /** Whether 1,5 is one and a half where nothing in a table tells. */
  readonly decimalComma: boolean;
}
