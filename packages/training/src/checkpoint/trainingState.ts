import { dispose, type Optimizer, type Tensor, tensor, tidy, type Variable } from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { TrainingError } from "../TrainingError.ts";
import type { NamedArray } from "./NamedArray.ts";

/** Adam keeps the running products of its decay rates beside the state that `getWeights` gives. */
const adamProducts = ["accBeta1", "accBeta2"] as const;
type NamedTensor = Awaited<ReturnType<Optimizer["getWeights"]>>[number];
type WithProducts = Partial<Record<(typeof adamProducts)[number], Variable>>;

/** Copies the weights of a model, in their order. */
export function captureWeights(model: LayersModel): Promise<NamedArray[]> {
  return Promise.all(
    model.weights.map((weight) => toArray({ name: weight.originalName, tensor: weight.read() })),
  );
}

/**
 * Puts back what {@link captureWeights} copied.
 *
 * @throws {TrainingError} `CHECKPOINT_MISMATCH` when they are of another model
 */
export function restoreWeights(model: LayersModel, weights: readonly NamedArray[]): void {
  requireSameWeights(model, weights);
  tidy(() => model.setWeights(weights.map(toTensor)));
}

/** Copies everything that training moves: the weights of the model and the state of the optimizer. */
export async function captureState(
  model: LayersModel,
  optimizer: Optimizer,
): Promise<{ weights: NamedArray[]; optimizer: NamedArray[] }> {
  const weights = await captureWeights(model);
  const [iterations, ...slots] = await optimizer.getWeights();
  const state = iterations ? [await toArray(iterations)] : [];
  // The optimizer made this scalar for the call; everything else in the list is its own.
  iterations?.tensor.dispose();
  for (const slot of slots) state.push(await toArray(slot));
  for (const name of adamProducts) {
    const product = (optimizer as unknown as WithProducts)[name];
    if (product) state.push(await toArray({ name, tensor: product }));
  }
  return { weights, optimizer: state };
}

/**
 * Puts back what {@link captureState} copied.
 *
 * @throws {TrainingError} `CHECKPOINT_MISMATCH` when the model or the optimizer is another one
 */
export async function restoreState(
  model: LayersModel,
  optimizer: Optimizer,
  weights: readonly NamedArray[],
  optimizerState: readonly NamedArray[],
): Promise<void> {
  restoreWeights(model, weights);
  const products = optimizer as unknown as WithProducts;
  const expected = adamProducts.filter((name) => products[name] !== undefined);
  const found = optimizerState.filter(({ name }) => isProduct(name));
  const slots = optimizerState.filter(({ name }) => !isProduct(name));
  if (expected.length !== found.length) throw otherOptimizer();
  const named: NamedTensor[] = slots.map((array) => ({ name: array.name, tensor: toTensor(array) }));
  try {
    await optimizer.setWeights(named);
  } catch (error) {
    throw otherOptimizer(error);
  } finally {
    dispose(named.map(({ tensor }) => tensor));
  }
  // setWeights computes the products anew as powers, which differ from the running products in the last bits.
  for (const array of found) {
    const value = toTensor(array);
    products[array.name as (typeof adamProducts)[number]]?.assign(value);
    value.dispose();
  }
}

function isProduct(name: string): boolean {
  return (adamProducts as readonly string[]).includes(name);
}

function otherOptimizer(cause?: unknown): TrainingError {
  return new TrainingError(
    "CHECKPOINT_MISMATCH",
    "The checkpoint was written with another optimizer. Compile the model with the one it was trained with.",
    { cause },
  );
}

function requireSameWeights(model: LayersModel, weights: readonly NamedArray[]): void {
  const describe = (shapes: readonly (readonly (number | null)[])[]): string =>
    shapes.map((shape) => `[${shape.join(", ")}]`).join(" ");
  const expected = describe(model.weights.map(({ shape }) => shape));
  const found = describe(weights.map(({ shape }) => shape));
  if (expected === found) return;
  throw new TrainingError(
    "CHECKPOINT_MISMATCH",
    `The checkpoint belongs to another model: it holds weights of the shapes ${found}, the model has ${expected}.`,
  );
}

async function toArray({ name, tensor }: NamedTensor): Promise<NamedArray> {
  const data = await tensor.data<"float32" | "int32">();
  return { name, shape: [...tensor.shape], data: data.slice() };
}

function toTensor({ data, shape }: NamedArray): Tensor {
  return tensor(data.slice(), [...shape], data instanceof Int32Array ? "int32" : "float32");
}
