import type { Dataset, Samples } from "@minibatch/datasets";
import type { Session } from "../Session.ts";
import { table } from "../terminal/table.ts";

/** Rows of a table, one below the other, would be wider than a terminal: here each is a column. */
export function sampleTable(
  { featureNames = [], classNames }: Dataset,
  { x, y }: Samples,
  rows: readonly number[],
  { colour }: Pick<Session, "colour">,
): string {
  const width = x.shape[1] ?? 0;
  const lines = featureNames.map((name, column) => [
    name,
    ...rows.map((row) => String(x.data[row * width + column])),
  ]);
  const answer = classNames.length > 0 ? "class" : "target";
  const header = ["row", ...rows.map(String)];
  return table(
    header,
    [...lines, [answer, ...rows.map((row) => classNames[y.data[row] ?? 0] ?? String(y.data[row]))]],
    ["left", ...rows.map(() => "right" as const)],
    colour.bold,
  );
}
