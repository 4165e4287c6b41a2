import type { SweepOutcome } from "@minibatch/sweeps";
import type { Output } from "../Output.ts";
import type { Session } from "../Session.ts";
import { openSweep } from "./openSweep.ts";
import { outcomeText } from "./outcomeText.ts";
import { readOutcomes } from "./readOutcome.ts";

/** How far the entries of a plan are. */
export async function statusOfSweep(path: string, session: Session): Promise<Output> {
  const sweep = await openSweep(path, session);
  const outcomes = await readOutcomes(sweep);
  const counts = countsOf(outcomes);
  return {
    json: { plan: session.display(sweep.file), counts, entries: outcomes },
    text: () =>
      [
        ...sweep.plan.entries.map((entry) =>
          outcomeText(entry, outcomes[entry.index] as SweepOutcome, sweep.plan),
        ),
        "",
        Object.entries(counts)
          .map(([status, count]) => `${count} ${status}`)
          .join(", "),
        "",
      ].join("\n"),
  };
}

function countsOf(outcomes: readonly SweepOutcome[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of outcomes) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
