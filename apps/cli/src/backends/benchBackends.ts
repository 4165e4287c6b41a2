import { type BackendName, type BackendStatus, measureTraining, startBackend } from "@minibatch/backends";
import type { Session } from "../Session.ts";

/** A backend, and how fast it trains where that was measured. */
export interface MeasuredBackend extends BackendStatus {
  readonly samplesPerSecond?: number;
  /** Why it could not be measured. */
  readonly failure?: string;
}

/** Trains on each backend that runs here, one after the other. */
export async function benchBackends(
  statuses: readonly BackendStatus[],
  { io, status: line }: Session,
): Promise<MeasuredBackend[]> {
  const measured: MeasuredBackend[] = [];
  for (const status of statuses) {
    if (!status.available) {
      measured.push(status);
      continue;
    }
    line.update(() => `Training on ${status.name}`);
    try {
      const { device } = await startBackend(status.name as BackendName);
      measured.push({ ...status, device, samplesPerSecond: await measureTraining({ signal: io.signal }) });
    } catch (error) {
      if (io.signal.aborted) throw error;
      measured.push({ ...status, failure: error instanceof Error ? error.message : String(error) });
    }
  }
  line.clear();
  return measured;
}
