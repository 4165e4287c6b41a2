import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Experiment, RecipeExperiment } from "@minibatch/recipes";
import { entryName, type SweepEntry, type SweepOutcome } from "@minibatch/sweeps";
import { CliError } from "../CliError.ts";
import { errorCode } from "../exitCode.ts";
import { experimentFile, movedPath, movedTo } from "../experiment/experimentFile.ts";
import { isModule } from "../experiment/importExperiment.ts";
import { jsonText } from "../run/jsonText.ts";
import { runFiles } from "../run/runFiles.ts";
import { packageVersion } from "../run/versions.ts";
import { writeFileAtomic } from "../files/writeFileAtomic.ts";
import type { CommonOptions, Session } from "../Session.ts";
import { train } from "../train/train.ts";
import type { TrainOptions } from "../train/TrainOptions.ts";
import { applySettings } from "./applySettings.ts";
import { type Claim, type Claimant, claimEntry } from "./claimEntry.ts";
import { continueFrom } from "./continueFrom.ts";
import { forgetFailure, isFinal, readFailure, recordFailure } from "./entryFailure.ts";
import { fingerprint } from "./fingerprint.ts";
import { readOutcome } from "./readOutcome.ts";
import type { Sweep } from "./Sweep.ts";

/** Options of {@link runEntry}. */
export interface RunEntryOptions extends CommonOptions {
  readonly threads?: number | undefined;
}

/** What was done about an entry. */
export interface EntryRun {
  readonly outcome: SweepOutcome;
  readonly folder: string;
  /** Whether it had ended before, so that there was nothing to do. */
  readonly before: boolean;
}

/**
 * Trains an entry, or goes on with it; one that is done, or failed for good, is left as it is.
 *
 * One that another process works on is waited for, and gone on with if that process dies.
 *
 * @throws {CliError} `OTHER_VERSION`, `DATA_CHANGED`, `INTERRUPTED`
 */
export async function runEntry(
  sweep: Sweep,
  entry: SweepEntry,
  options: RunEntryOptions,
  session: Session,
): Promise<EntryRun> {
  const folder = join(sweep.folder, entryName(entry));
  if (await hasEnded(entry, folder))
    return { outcome: await readOutcome(entry, folder), folder, before: true };
  requireSameVersion(sweep);
  await requireSameData(sweep);
  const claim = await waitForClaim(entry, folder, session);
  try {
    // Whoever had the claim may have finished it.
    if (await hasEnded(entry, folder))
      return { outcome: await readOutcome(entry, folder), folder, before: true };
    await forgetFailure(folder);
    await trainEntry(sweep, entry, folder, options, session);
  } catch (error) {
    if (errorCode(error) === "INTERRUPTED" || session.io.signal.aborted) throw interruption(entry, error);
    await recordFailure(folder, error);
    session.status.print(
      `Entry ${entry.index} failed: ${error instanceof Error ? error.message : String(error)}`,
    );
  } finally {
    await claim.release();
  }
  return { outcome: await readOutcome(entry, folder), folder, before: false };
}

function interruption({ index }: SweepEntry, cause: unknown): CliError {
  const message = `Interrupted while training entry ${index}. The same command goes on where it stopped.`;
  return new CliError("INTERRUPTED", message, { cause });
}

async function hasEnded(entry: SweepEntry, folder: string): Promise<boolean> {
  const { status } = await readOutcome(entry, folder);
  const failure = await readFailure(folder);
  return status === "done" || (status === "failed" && failure !== undefined && isFinal(failure));
}

async function trainEntry(
  { base, plan, file, folder: sweepFolder }: Sweep,
  entry: SweepEntry,
  folder: string,
  { threads, ...common }: RunEntryOptions,
  session: Session,
): Promise<void> {
  await mkdir(sweepFolder, { recursive: true });
  const options: TrainOptions = { ...common, ...(threads !== undefined && { threads }), json: true };
  if (plan.continues !== undefined) await continueFrom(plan, file, entry, folder);
  if (existsSync(runFiles(folder).run)) {
    const { epochs } = entry.settings;
    await train(
      undefined,
      { ...options, resume: folder, ...(typeof epochs === "number" && { epochs }) },
      session,
    );
    return;
  }
  const { experiment, options: settings } = applySettings(entry.settings, base.experiment);
  const moved = experimentFor(experiment, dirname(file), folder);
  await writeFileAtomic(experimentFile(folder), jsonText(moved));
  await train(
    experimentFile(folder),
    { ...options, ...settings, backend: base.backend, out: folder },
    session,
  );
}

function experimentFor(
  experiment: Experiment | RecipeExperiment,
  from: string,
  to: string,
): Experiment | RecipeExperiment {
  if (!("recipe" in experiment)) return movedTo(experiment, from, to);
  if (!isModule(experiment.recipe)) return experiment;
  return { ...experiment, recipe: movedPath(experiment.recipe, from, to) };
}

async function waitForClaim(entry: SweepEntry, folder: string, session: Session): Promise<Claim> {
  for (let said = false; ; said = true) {
    const claim = await claimEntry(folder);
    if ("release" in claim) return claim;
    if (!said)
      session.status.print(
        `Entry ${entry.index} is being trained by ${claimantText(claim)}: waiting for it.`,
      );
    await setTimeout(1000, undefined, { signal: session.io.signal }).catch((cause: unknown) => {
      throw new CliError("INTERRUPTED", "Interrupted while another process trained the entry.", { cause });
    });
  }
}

function claimantText({ host, pid }: Claimant): string {
  return pid === 0 ? "another process" : `process ${pid} on ${host}`;
}

function requireSameVersion({ base }: Sweep): void {
  const version = packageVersion("minibatch");
  if (base.minibatch === version) return;
  throw new CliError(
    "OTHER_VERSION",
    `The plan was made by minibatch ${base.minibatch}, and this is ${version}, which may come to other results. ` +
      `Run it with "npx minibatch@${base.minibatch}", or plan anew.`,
  );
}

async function requireSameData({ base, file }: Sweep): Promise<void> {
  const found = await fingerprint(base.experiment, dirname(file));
  if (found === base.data) return;
  throw new CliError(
    "DATA_CHANGED",
    "The data are no longer those for which the sweep was planned: results would not compare. Bring them back, or plan anew.",
  );
}
