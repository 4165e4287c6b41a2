import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { entryName, readPlan, type SweepEntry, type SweepPlan } from "@minibatch/sweeps";
import { experimentFile } from "../experiment/experimentFile.ts";
import { readRun } from "../run/readRun.ts";
import { runFiles } from "../run/runFiles.ts";
import { sweepFolder } from "./sweepFolder.ts";

/**
 * Lets an entry go on from the run of the same settings in the plan before, where that is there: fewer epochs are left to do, and the result
 * is the same as from the start.
 *
 * @param plan one that continues another
 * @param file its path
 * @param folder the entry's, which holds no run yet, or nothing is done
 */
export async function continueFrom(
  plan: SweepPlan,
  file: string,
  entry: SweepEntry,
  folder: string,
): Promise<void> {
  if (existsSync(runFiles(folder).run)) return;
  const before = await previousRun(plan, file, entry);
  if (before === undefined) return;
  const parts = (of: string) => [runFiles(of).checkpoint, runFiles(of).history, experimentFile(of)];
  const [mine, theirs] = [parts(folder), parts(before)];
  for (const [index, from] of theirs.entries()) {
    if (existsSync(from)) await copyWhole(from, mine[index] as string);
  }
  // Last, as it is what says that there is a run.
  await copyWhole(runFiles(before).run, runFiles(folder).run);
}

async function previousRun(plan: SweepPlan, file: string, entry: SweepEntry): Promise<string | undefined> {
  const previousFile = resolve(dirname(file), plan.continues ?? "");
  const text = await readFile(previousFile, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const previous = await readPlan(text);
  const same = previous.entries.find(
    ({ settings }) => withoutEpochs(settings) === withoutEpochs(entry.settings),
  );
  if (same === undefined) return undefined;
  const folder = join(sweepFolder(previousFile), entryName(same));
  if (!existsSync(runFiles(folder).checkpoint)) return undefined;
  const { status, result, settings } = await readRun(folder);
  // What early stopping ended would end there again.
  return status === "done" && result?.history.loss.length === settings.epochs ? folder : undefined;
}

function withoutEpochs(settings: SweepEntry["settings"]): string {
  return JSON.stringify({ ...settings, epochs: undefined });
}

async function copyWhole(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  const temporary = `${to}.${randomUUID()}.tmp`;
  try {
    await cp(from, temporary);
    await rename(temporary, to);
  } finally {
    await rm(temporary, { force: true });
  }
}
