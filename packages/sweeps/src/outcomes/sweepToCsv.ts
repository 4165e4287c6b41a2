import type { SettingValue } from "../SweepPlan.ts";
import type { MergedSweep } from "./mergeOutcomes.ts";

/**
 * Writes the table as CSV (RFC 4180) with `\n` at line ends: numbers as JavaScript prints them, so that reading gives the same bits.
 *
 * @example
 * sweepToCsv({ columns: ["index", "status"], rows: [[0, "done"]] }); // "index,status\n0,done\n"
 */
export function sweepToCsv({ columns, rows }: MergedSweep): string {
  return [columns, ...rows].map((row) => `${row.map(cellOf).join(",")}\n`).join("");
}

function cellOf(value: SettingValue | null): string {
  const text = value === null ? "" : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
