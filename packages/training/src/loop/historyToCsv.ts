import type { History } from "../History.ts";

/**
 * Writes a history as CSV: a header, then a row an epoch, counted from 1.
 *
 * @example
 * historyToCsv({ loss: [0.5, 0.25], valLoss: [0.6, 0.4] });
 * // epoch,loss,valLoss
 * // 1,0.5,0.6
 * // 2,0.25,0.4
 */
export function historyToCsv(history: History): string {
  const names = Object.keys(history);
  const rows = history.loss.map((_, epoch) => [
    epoch + 1,
    ...names.map((name) => history[name]?.[epoch] ?? ""),
  ]);
  return `${[["epoch", ...names], ...rows].map((row) => row.join(",")).join("\n")}\n`;
}
