import { dispose, getBackend, type Tensor } from "@tensorflow/tfjs-core";
import type { CompiledModel } from "./CompiledModel.ts";
import type { Logs } from "./History.ts";
import { readScalars } from "./readScalars.ts";

/**
 * How many steps' results may be on their way while the next steps are sent. A GPU that is waited for after each step has
 * nothing to do meanwhile; the other backends have computed when they return.
 */
const stepsAhead: Readonly<Record<string, number>> = { webgpu: 3, webgl: 3 };

/** Reads what the steps of training measured, in their order. */
export interface StepReader {
  /** Takes the scalars of a step, disposes them once read, and waits when too many are on their way. */
  add(scalars: Tensor[], batch: number, rows: number): Promise<void>;
  /** Waits for all that are on their way. */
  drain(): Promise<void>;
}

/**
 * @param onRead gets the logs of each step, with its batch and number of rows; when it throws, whoever waits gets the error
 */
export function stepReader(
  compiled: CompiledModel,
  onRead: (logs: Logs, batch: number, rows: number) => void,
): StepReader {
  const waiting: { readonly logs: Promise<Logs>; readonly batch: number; readonly rows: number }[] = [];

  async function readAllBut(most: number): Promise<void> {
    while (waiting.length > most) {
      const [step] = waiting.splice(0, 1);
      if (!step) return;
      try {
        onRead(await step.logs, step.batch, step.rows);
      } catch (error) {
        // So that no tensor is left when this is over.
        await Promise.allSettled(waiting.splice(0).map(({ logs }) => logs));
        throw error;
      }
    }
  }

  return {
    async add(scalars, batch, rows) {
      const logs = readScalars(compiled, scalars).finally(() => dispose(scalars));
      // It is awaited later, or never where an earlier one fails.
      logs.catch(() => {});
      waiting.push({ logs, batch, rows });
      await readAllBut(stepsAhead[getBackend()] ?? 0);
    },
    drain: () => readAllBut(0),
  };
}
