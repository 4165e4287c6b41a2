/** How the text of a table is read. */
export interface ReadTableOptions {
  /**
   * Whether the first line names the columns.
   *
   * @default it does where none of its cells is a number or a date
   */
  readonly header?: boolean | undefined;
  /**
   * What stands between two columns.
   *
   * @default found out from the first lines: a comma, a semicolon, a tab or a bar
   */
  readonly delimiter?: "," | ";" | "\t" | "|" | undefined;
  /**
   * What stands before the fraction of a number.
   *
   * @default "," where columns are parted by something else and numbers have commas but no points, else "."
   */
  readonly decimal?: "." | "," | undefined;
}
