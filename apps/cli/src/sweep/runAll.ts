import { availableParallelism } from "node:os";
import { join } from "node:path";
import { entryName, type SweepEntry, type SweepOutcome } from "@minibatch/sweeps";
import { CliError } from "../CliError.ts";
import type { Session } from "../Session.ts";
import { durationText } from "../terminal/numberText.ts";
import { claimantOf } from "./claimEntry.ts";
import { isFinal } from "./entryFailure.ts";
import { outcomeText } from "./outcomeText.ts";
import { readOutcome, readOutcomes } from "./readOutcome.ts";
import type { RunEntryOptions } from "./runEntry.ts";
import { startEntry } from "./startEntry.ts";
import type { Sweep } from "./Sweep.ts";

/** Options of {@link runAll}. */
export interface RunAllOptions extends RunEntryOptions {
  /** How many entries run at a time. */
  readonly jobs: number;
}

/**
 * Runs all entries that have not ended, each in a process of its own, so that one that dies takes no other with it.
 *
 * Those that other processes work on are left to them: the same command in a second terminal, or on a second machine, shares the list.
 *
 * @returns what came of all entries, those included that had ended before
 * @throws {CliError} `INTERRUPTED`, when the processes have written their checkpoints
 */
export async function runAll(
  sweep: Sweep,
  options: RunAllOptions,
  session: Session,
): Promise<SweepOutcome[]> {
  const { jobs } = options;
  const threads = options.threads ?? Math.max(1, Math.floor(availableParallelism() / jobs));
  const left = await openEntries(sweep);
  const total = left.length;
  const before = sweep.plan.entries.length - total;
  if (before > 0) session.status.print(`${before} of ${sweep.plan.entries.length} had ended before.`);
  const running = new Map<number, string>();
  let ended = 0;
  const show = () =>
    session.status.update(() => {
      const lines = [...running].map(([index, line]) => `${index}: ${line}`);
      return `${ended}/${total} ended  ${lines.join("  ")}`;
    });
  const worker = async (): Promise<void> => {
    for (let entry = left.shift(); entry && !session.io.signal.aborted; entry = left.shift()) {
      const { index } = entry;
      if ((await claimantOf(join(sweep.folder, entryName(entry)))) !== undefined) continue;
      const startedAt = performance.now();
      running.set(index, "starting");
      await startEntry(sweep, index, { ...options, threads }, session, (line) => {
        running.set(index, line);
        show();
      });
      running.delete(index);
      if (session.io.signal.aborted) return;
      ended += 1;
      const outcome = await readOutcome(entry, join(sweep.folder, entryName(entry)));
      const seconds = (performance.now() - startedAt) / 1000;
      session.status.print(
        `[${ended}/${total}] ${outcomeText(entry, outcome, sweep.plan)}, ${durationText(seconds)}`,
      );
    }
  };
  await Promise.all(Array.from({ length: jobs }, worker));
  session.status.clear();
  if (session.io.signal.aborted) {
    throw new CliError(
      "INTERRUPTED",
      "Interrupted: checkpoints are written. The same command goes on where it stopped.",
    );
  }
  return readOutcomes(sweep);
}

/** Those that are not done; ones that failed are tried again, and left as they are where that is of no use. */
async function openEntries(sweep: Sweep): Promise<SweepEntry[]> {
  const outcomes = await readOutcomes(sweep);
  return sweep.plan.entries.filter(({ index }) => {
    const outcome = outcomes[index];
    const final = outcome?.failure !== undefined && isFinal(outcome.failure);
    return outcome?.status !== "done" && !final;
  });
}
