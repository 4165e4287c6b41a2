export { describeColumns } from "./columns/describeColumns.ts";
export type { ColumnKind, TableColumn } from "./TableColumn.ts";
export type { DateOrder } from "./cells/parseDate.ts";
export { type ColumnRange, columnRanges } from "./encode/columnRanges.ts";
export { type EncodedTable, type EncodingProblem, encodeTable } from "./encode/encodeTable.ts";
export type {
  BooleanEncoding,
  CategoryEncoding,
  ColumnEncoding,
  DateEncoding,
  NumberEncoding,
  TableEncoding,
  TargetEncoding,
} from "./encode/TableEncoding.ts";
export type { CellProblem } from "./encode/ColumnEncoder.ts";
export type { Cell, RawTable } from "./RawTable.ts";
export { npz } from "./npz.ts";
export type { NpzDataset, NpzInputs, NpzParts } from "./npz/NpzDataset.ts";
export type { NpzOptions } from "./npz/NpzOptions.ts";
export { readTable } from "./read/readTable.ts";
export type { ReadTableOptions } from "./read/ReadTableOptions.ts";
export type { RowSplit } from "./split/splitRows.ts";
export { suggestTarget } from "./target/suggestTarget.ts";
export { table } from "./table.ts";
export { type TestTable, testTable } from "./testTable.ts";
export type { TableDataset, TableParts, TargetArray } from "./TableDataset.ts";
export { TableError, type TableErrorCode } from "./TableError.ts";
export type { TableOptions } from "./TableOptions.ts";
export type { TableSource } from "./TableSource.ts";
