import { openFile } from "@minibatch/tensorboard/internal/platform";
import { type EventLog, eventLog, type EventLogOptions } from "./eventLog.ts";

/** An event file that is being written. */
export interface EventFile extends EventLog {
  /** Where it is. */
  readonly path: string;
  /** Closes the file; what was logged is in it before. */
  readonly close: () => void;
}

/**
 * Starts a new event file in a folder, which is made when it is not there: `events.out.tfevents.<seconds>.minibatch`. Only in Node.
 *
 * Each event is appended by one write, so that a program that is killed leaves a file that can be read. A run that goes on opens another file in the same
 * folder, and TensorBoard shows both as one.
 *
 * @throws {TensorboardError} `WRITE_FAILED` when the disk refuses, then and in later calls; `UNSUPPORTED` in browsers
 * @example
 * const log = openEventFile("runs/first");
 * await fit(model, data, { epochs: 3, onEvent: logTraining(log) });
 * log.close();
 */
export function openEventFile(folder: string, options: EventLogOptions = {}): EventFile {
  const { now = () => Date.now() / 1000 } = options;
  const file = openFile(folder, `events.out.tfevents.${Math.floor(now())}.minibatch`);
  return { ...eventLog(file.append, { now }), path: file.path, close: file.close };
}
