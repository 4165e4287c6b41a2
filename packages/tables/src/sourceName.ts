import type { TableSource } from "./TableSource.ts";

/**
 * What a table is called after: its file, without folder and endings.
 *
 * @param otherwise where there is no file
 */
export function sourceName(source: TableSource, otherwise = "table"): string {
  const path = typeof source === "string" ? source : "name" in source ? String(source.name) : "";
  if (path.startsWith("data:") || path.startsWith("blob:")) return otherwise;
  const file = path.split(/[?#]/)[0]?.split(/[/\\]/).at(-1) ?? "";
  return file.replace(/\.gz$/i, "").replace(/\.\w+$/, "") || otherwise;
}
