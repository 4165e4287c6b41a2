import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { entryName, type OutcomeStatus, type SweepEntry, type SweepOutcome } from "@minibatch/sweeps";
import { readRun } from "../run/readRun.ts";
import type { RunRecord, TrainResult } from "../run/RunRecord.ts";
import { runFiles } from "../run/runFiles.ts";
import { claimantOf } from "./claimEntry.ts";
import { readFailure } from "./entryFailure.ts";
import type { Sweep } from "./Sweep.ts";

/** Looks into the folders of all entries. */
export function readOutcomes({ plan, folder }: Sweep): Promise<SweepOutcome[]> {
  return Promise.all(plan.entries.map((entry) => readOutcome(entry, join(folder, entryName(entry)))));
}

/** Looks into the folder of an entry: how far it is and what it came to. */
export async function readOutcome({ index, hash }: SweepEntry, folder: string): Promise<SweepOutcome> {
  const record = existsSync(runFiles(folder).run) ? await readRun(folder) : undefined;
  if (record?.status === "done" && record.result) {
    const { result } = record;
    return { index, hash, status: "done", epochs: result.history.loss.length, metrics: metricsOf(result) };
  }
  const claimed = (await claimantOf(folder)) !== undefined;
  const failure = await readFailure(folder);
  const status = claimed ? "running" : failure ? "failed" : unfinished(record);
  const epochs = await epochsIn(folder);
  return { index, hash, status, epochs, ...(status === "failed" && { failure }) };
}

function unfinished(record: RunRecord | undefined): OutcomeStatus {
  return record === undefined ? "waiting" : "interrupted";
}

/** The final figures, without times: of the epoch whose weights were kept, and of the test set. */
function metricsOf(result: TrainResult): Record<string, number> {
  const { history, test, settings } = result;
  const kept = settings.earlyStopping === null ? -1 : bestEpoch(history["valLoss"] ?? []);
  const trained = Object.entries(history as Readonly<Record<string, readonly number[]>>).flatMap(
    ([name, values]) => {
      const value = values.at(kept);
      // Where training lowers it, the history has the rate of each epoch: no figure, and there is a setting of that name.
      return value === undefined || name === "learningRate" ? [] : [[name, value] as const];
    },
  );
  const tested = Object.entries(test).map(([name, value]) => [testName(name), value] as const);
  return Object.fromEntries([...trained, ...tested]);
}

/** Where the validation loss is least, as early stopping chooses; the last one where there is none. */
function bestEpoch(losses: readonly number[]): number {
  return losses.indexOf(Math.min(...losses));
}

function testName(name: string): string {
  return `test${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** The epochs that the history has so far. */
async function epochsIn(folder: string): Promise<number> {
  const history = await readFile(runFiles(folder).history, "utf8").catch(() => "");
  return Math.max(0, history.trimEnd().split("\n").length - 1);
}
