import type { ColumnEncoding } from "./encode/TableEncoding.ts";
import type { DateOrder } from "./cells/parseDate.ts";

/**
 * What a column holds. The last three are no inputs: a text of many words, a value that names the row, and one that never changes.
 */
export type ColumnKind = ColumnEncoding["kind"] | "text" | "id" | "constant";

/** What is known of a column, from all rows of the table. */
export interface TableColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  /** Rows without a value. */
  readonly missing: number;
  /** Different values, those that are missing not counted. */
  readonly distinct: number;
  /** Why it is no input, for those that are none: a sentence without a full stop. */
  readonly leftOut?: string | undefined;
  /** What calls for a look: a sentence without a full stop. */
  readonly note?: string;
  /** How it writes its days, for dates. */
  readonly dateOrder?: DateOrder;
}
