import { indexFromEngine, type SweepEntry, type SweepOutcome } from "@minibatch/sweeps";
import { CliError } from "../CliError.ts";
import type { Output } from "../Output.ts";
import type { Session } from "../Session.ts";
import { openSweep } from "./openSweep.ts";
import { outcomeText } from "./outcomeText.ts";
import { runAll } from "./runAll.ts";
import { type RunEntryOptions, runEntry } from "./runEntry.ts";
import { settingsText } from "./settingsText.ts";
import type { Sweep } from "./Sweep.ts";

/** The options of `minibatch sweep run`, as they were typed. */
export interface RunSweepOptions extends RunEntryOptions {
  readonly index?: number;
  readonly jobs?: number;
}

/** Runs one entry, by the option or by the engine around this process, or all of them here. */
export async function runSweep(path: string, options: RunSweepOptions, session: Session): Promise<Output> {
  const sweep = await openSweep(path, session);
  const { index: asked, jobs, ...rest } = options;
  const index = asked ?? (jobs === undefined ? indexFromEngine(session.io.env)?.index : undefined);
  if (index === undefined)
    return outputOfAll(sweep, await runAll(sweep, { ...rest, jobs: jobs ?? 1 }, session), session);
  if (jobs !== undefined) {
    throw new CliError("INVALID_USAGE", "--index runs one entry, and --jobs all of them. Leave one out.");
  }
  return outputOfOne(sweep, entryAt(sweep, index), rest, session);
}

function entryAt({ plan }: Sweep, index: number): SweepEntry {
  const entry = plan.entries[index];
  if (entry) return entry;
  throw new CliError(
    "INVALID_USAGE",
    `There is no entry ${index}: the plan has ${plan.entries.length}, from 0 to ${plan.entries.length - 1}.`,
  );
}

async function outputOfOne(
  sweep: Sweep,
  entry: SweepEntry,
  options: RunEntryOptions,
  session: Session,
): Promise<Output> {
  session.status.print(
    `Entry ${entry.index} of ${sweep.plan.entries.length}: ${settingsText(entry.settings, sweep.plan.varied)}`,
  );
  const { outcome, folder, before } = await runEntry(sweep, entry, options, session);
  return {
    json: { ...outcome, settings: entry.settings, out: session.display(folder), before },
    text: () => `${outcomeText(entry, outcome, sweep.plan)}${before ? ", as it was before" : ""}\n`,
    code: outcome.status === "done" ? 0 : 1,
  };
}

function outputOfAll(sweep: Sweep, outcomes: readonly SweepOutcome[], session: Session): Output {
  const count = (status: SweepOutcome["status"]): number =>
    outcomes.filter((each) => each.status === status).length;
  const [done, failed, running] = [count("done"), count("failed"), count("running")];
  const all = outcomes.length;
  return {
    json: {
      plan: session.display(sweep.file),
      out: session.display(sweep.folder),
      entries: all,
      done,
      failed,
      running,
    },
    text: () =>
      [
        `${done} of ${all} are done${failed > 0 ? `, ${failed} failed` : ""}${running > 0 ? `, ${running} are run by other processes` : ""}.`,
        "Try next:",
        `  ${session.colour.cyan(session.commandLine("sweep", "merge", session.display(sweep.file)))}`,
        "",
      ].join("\n"),
    code: failed > 0 || done + running < all ? 1 : 0,
  };
}
