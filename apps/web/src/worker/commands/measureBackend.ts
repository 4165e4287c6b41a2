import { type BackendName, measureTraining } from "@minibatch/backends";
import type { Command } from "../Command.ts";
import { startChosenBackend } from "../startChosenBackend.ts";

/** What a backend computes on, and how many samples a second it trains a dense network on. */
export interface BackendSpeed {
  readonly device: string;
  readonly samplesPerSecond: number;
}

/** Starts a backend and trains on it for a moment. */
export const measureBackend: Command<{ readonly backend: BackendName }, BackendSpeed> = async (
  { backend },
  { signal },
) => {
  const { device } = await startChosenBackend(backend);
  return { device, samplesPerSecond: await measureTraining({ signal }) };
};
