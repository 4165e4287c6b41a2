import { join } from "node:path";
import { chooseMeasure, groupBySettings, mergeOutcomes, sweepToCsv } from "@minibatch/sweeps";
import type { Output } from "../Output.ts";
import { jsonText } from "../run/jsonText.ts";
import { writeFileAtomic } from "../files/writeFileAtomic.ts";
import type { Session } from "../Session.ts";
import { table } from "../terminal/table.ts";
import { groupCells } from "./groupCells.ts";
import { measureName } from "./measureName.ts";
import { openSweep } from "./openSweep.ts";
import { outcomeText } from "./outcomeText.ts";
import { readOutcomes } from "./readOutcome.ts";
import { sweepHtml } from "./sweepHtml.ts";

/** The options of `minibatch sweep merge`, as they were typed. */
export interface MergeSweepOptions {
  readonly measure?: string;
}

/** Joins all results into a table, a summary and a page; the same bytes whatever ran them, as no time stands in them. */
export async function mergeSweep(
  path: string,
  options: MergeSweepOptions,
  session: Session,
): Promise<Output> {
  const sweep = await openSweep(path, session);
  const { plan, folder } = sweep;
  const outcomes = await readOutcomes(sweep);
  const measure = chooseMeasure(outcomes, options.measure);
  const groups = groupBySettings(plan, outcomes, measure);
  const merged = mergeOutcomes(plan, outcomes);
  const failed = outcomes.filter(({ status }) => status === "failed");
  const open = outcomes.filter(({ status }) => status !== "done" && status !== "failed").length;
  const summary = { name: plan.name, base: plan.base, measure: measure.name, groups, entries: outcomes };
  await writeFileAtomic(join(folder, "results.csv"), sweepToCsv(merged));
  await writeFileAtomic(join(folder, "results.json"), jsonText(summary));
  await writeFileAtomic(join(folder, "sweep.html"), await sweepHtml(sweep, outcomes, measure));
  const { header, rows } = groupCells(groups, plan, measure);
  const out = session.display(folder);
  return {
    json: { measure: measure.name, groups, failed: failed.length, open, out },
    text: () =>
      [
        table(
          header,
          rows,
          header.map(() => "right"),
          session.colour.bold,
        ),
        ...failed.map((outcome) => {
          const entry = plan.entries[outcome.index];
          return entry ? outcomeText(entry, outcome, plan) : "";
        }),
        ...(open > 0 ? [`${open} of ${plan.entries.length} have not ended yet.`] : []),
        `Ordered by ${measureName(measure.name)}; the table is in ${out}/results.csv, the page in ${out}/sweep.html.`,
        "",
      ].join("\n"),
    code: failed.length > 0 || open > 0 ? 1 : 0,
  };
}
