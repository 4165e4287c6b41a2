import { dispose, getBackend, type Tensor } from "@tensorflow/tfjs-core";
import { readMeasured } from "./readMeasured.ts";

/**
 * How many steps' results may be on their way while the next steps are sent. A GPU that is waited for after each step has
 * nothing to do meanwhile; the other backends have computed when they return.
 */
const stepsAhead: Readonly<Record<string, number>> = { webgpu: 3, webgl: 3 };

/** Reads what the steps of training measured, in their order. */
export interface StepReader {
  /**
   * Takes what a step, or a part of it, measured, disposes them once read, and waits when too many are on their way.
   *
   * @param last whether no part of the batch is left
   */
  add(tensors: Tensor[], batch: number, rows: number, last?: boolean): Promise<void>;
  /** Waits for all that are on their way. */
  drain(): Promise<void>;
}

/**
 * @param onRead gets what each step measured, the loss first, with its batch and number of rows; when it throws, whoever waits gets the error
 */
export function stepReader(
  onRead: (measured: readonly ArrayLike<number>[], batch: number, rows: number, last: boolean) => void,
): StepReader {
  const waiting: {
    readonly measured: Promise<ArrayLike<number>[]>;
    readonly batch: number;
    readonly rows: number;
    readonly last: boolean;
  }[] = [];

  async function readAllBut(most: number): Promise<void> {
    while (waiting.length > most) {
      const [step] = waiting.splice(0, 1);
      if (!step) return;
      try {
        onRead(await step.measured, step.batch, step.rows, step.last);
      } catch (error) {
        // So that no tensor is left when this is over.
        await Promise.allSettled(waiting.splice(0).map(({ measured }) => measured));
        throw error;
      }
    }
  }

  return {
    async add(tensors, batch, rows, last = true) {
      const measured = readMeasured(tensors).finally(() => dispose(tensors));
      // It is awaited later, or never where an earlier one fails.
      measured.catch(() => {});
      waiting.push({ measured, batch, rows, last });
      await readAllBut(stepsAhead[getBackend()] ?? 0);
    },
    drain: () => readAllBut(0),
  };
}
