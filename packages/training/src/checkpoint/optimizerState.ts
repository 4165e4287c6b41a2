import { dispose, type Optimizer, type Variable } from "@tensorflow/tfjs-core";
import { TrainingError } from "../TrainingError.ts";
import { adamaxSlots } from "./adamaxSlots.ts";
import type { NamedArray } from "./NamedArray.ts";
import { arrayOf, type NamedTensor, tensorOf } from "./namedTensors.ts";

/**
 * What Adam and Adamax keep beside their slots: running products of their decay rates, and Adamax its own count of steps. tfjs
 * would compute the products anew as powers, which differ in the last bits.
 */
const counters = ["accBeta1", "accBeta2", "iteration"] as const;
type WithCounters = Partial<Record<(typeof counters)[number], Variable>>;

/** Copies the state of an optimizer; its first array counts the steps. */
export async function captureOptimizer(optimizer: Optimizer): Promise<NamedArray[]> {
  const { steps, slots } = await readSlots(optimizer);
  const state = [...steps];
  for (const slot of slots) state.push(await arrayOf(slot));
  for (const name of counters) {
    const counter = (optimizer as unknown as WithCounters)[name];
    if (counter) state.push(await arrayOf({ name, tensor: counter }));
  }
  return state;
}

/**
 * Puts back what {@link captureOptimizer} copied.
 *
 * @throws {TrainingError} `CHECKPOINT_MISMATCH` when the state is of another optimizer
 */
export async function restoreOptimizer(optimizer: Optimizer, state: readonly NamedArray[]): Promise<void> {
  const own = optimizer as unknown as WithCounters;
  const expected = counters.filter((name) => own[name] !== undefined);
  const found = state.filter(({ name }) => isCounter(name));
  if (expected.join() !== found.map(({ name }) => name).join()) throw otherOptimizer();
  const slots = state
    .filter(({ name }) => !isCounter(name))
    .map((array) => ({ name: array.name, tensor: tensorOf(array) }));
  // tfjs puts new variables in the place of these, and forgets them.
  const before = await readSlots(optimizer);
  try {
    await slotsOf(optimizer).setWeights(slots);
    dispose(before.slots.map(({ tensor }) => tensor));
  } catch (error) {
    throw otherOptimizer(error);
  } finally {
    dispose(slots.map(({ tensor }) => tensor));
  }
  for (const array of found) {
    const value = tensorOf(array);
    own[array.name as (typeof counters)[number]]?.assign(value);
    value.dispose();
  }
}

/** The number of steps, copied, and the tensors in which the optimizer keeps the rest. */
export async function readSlots(
  optimizer: Optimizer,
): Promise<{ steps: NamedArray[]; slots: NamedTensor[] }> {
  const [iterations, ...slots] = await slotsOf(optimizer).getWeights();
  const steps = iterations ? [await arrayOf(iterations)] : [];
  // The optimizer made this scalar for the call; everything else in the list is its own.
  iterations?.tensor.dispose();
  return { steps, slots };
}

function slotsOf(optimizer: Optimizer): Pick<Optimizer, "getWeights" | "setWeights"> {
  return optimizer.getClassName() === "Adamax" ? adamaxSlots(optimizer) : optimizer;
}

function isCounter(name: string): boolean {
  return (counters as readonly string[]).includes(name);
}

function otherOptimizer(cause?: unknown): TrainingError {
  return new TrainingError(
    "CHECKPOINT_MISMATCH",
    "The checkpoint was written with another optimizer. Compile the model with the one it was trained with.",
    { cause },
  );
}
