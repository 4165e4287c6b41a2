/** Whether a path or an address is that of a table, by its ending. */
export function isTablePath(path: string): boolean {
  return /\.(?:(?:csv|tsv|tab|txt|json|jsonl|ndjson)(?:\.gz)?|parquet)$/i.test(path.replace(/[?#].*$/, ""));
}
