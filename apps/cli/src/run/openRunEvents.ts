import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { logTraining, openEventFile, type SessionStatus, type TrainingEvent } from "@minibatch/tensorboard";
import type { RunRecord } from "./RunRecord.ts";
import { runFiles } from "./runFiles.ts";

/** The charts of a classification that are pictures for TensorBoard; its curves it draws itself. */
const pictures = ["confusion-matrix", "test-samples", "worst-mistakes"];

/** What a run tells TensorBoard. */
export interface RunEvents {
  /** Takes the events of training. */
  readonly listen: (event: TrainingEvent) => void;
  /** Adds the pictures that the report has drawn, at the last epoch. */
  readonly addPictures: (epochs: number) => Promise<void>;
  /** Ends the file; a run that was interrupted has no end yet. */
  readonly close: (status?: SessionStatus) => void;
}

/**
 * Opens the event file of a run, or a further one of a run that goes on, and writes down what the run was told.
 *
 * @throws {TensorboardError} `WRITE_FAILED`
 */
export function openRunEvents(folder: string, { recipe, dataset, backend, settings }: RunRecord): RunEvents {
  const log = openEventFile(folder);
  const told = Object.entries({ recipe, dataset, backend, ...settings });
  log.hyperparameters(
    Object.fromEntries(told.filter((entry): entry is [string, string | number] => isTold(entry[1]))),
  );
  return {
    listen: logTraining(log),
    async addPictures(epochs) {
      for (const name of pictures) {
        const file = join(runFiles(folder).plots, `${name}.png`);
        if (existsSync(file)) log.image(epochs, `test/${name}`, await readFile(file));
      }
    },
    close(status) {
      if (status !== undefined) log.end(status);
      log.close();
    },
  };
}

/** Settings that were left open are null. */
function isTold(value: unknown): value is string | number {
  return typeof value === "string" || typeof value === "number";
}
