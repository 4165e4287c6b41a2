import type { NamedAttrMap, NamedTensorMap, Tensor } from "@tensorflow/tfjs-core";
import { engine, Slice, util, Variable } from "@tensorflow/tfjs-core";
import type { KernelPlan, PlannedAssignment, PlannedConstant, PlannedKernel } from "./KernelPlan.ts";

type RunKernel = (name: string, inputs: NamedTensorMap, attrs?: NamedAttrMap) => Tensor | Tensor[];

/** More numbers than these are not taken for constants of an operation. */
const MOST_NUMBERS = 1 << 16;

/** What was computed, and how it can be computed again. */
export interface Recording<Results> {
  readonly results: Results;
  /** None where the computation read tensors that are neither among what was given nor made of numbers. */
  readonly plan: KernelPlan | undefined;
}

/**
 * Notes the kernels that a computation runs, and the variables that it assigns to.
 *
 * @param given what it reads
 * @param compute must run the same kernels whatever the values are, and take no number from them
 */
export function recordPlan<Results extends readonly (Tensor | undefined)[]>(
  given: readonly Tensor[],
  compute: () => Results,
): Recording<Results> {
  const placeOf = new Map<Tensor, number>(given.map((tensor, place) => [tensor, place]));
  const kernels: Omit<PlannedKernel, "last">[] = [];
  const constants: PlannedConstant[] = [];
  const assignments: PlannedAssignment[] = [];
  const made = new Set<Tensor>();
  let places = given.length;
  let known = true;
  // tfjs keeps copies of results for gradients before it gives them: their kernel is still running then.
  let running = 0;
  const early = new Set<Tensor>();

  const add = (tensor: Tensor): number => {
    placeOf.set(tensor, places);
    places += 1;
    return places - 1;
  };
  const takeAsConstant = (tensor: Tensor, place: number): void => {
    const { shape, dtype } = tensor;
    const constant = tensor.rank === 0 || (made.has(tensor) && tensor.size <= MOST_NUMBERS);
    if (!constant || (dtype !== "float32" && dtype !== "int32" && dtype !== "bool")) known = false;
    else constants.push({ place, values: tensor.dataSync<typeof dtype>().slice(), shape: [...shape], dtype });
  };
  const find = (tensor: Tensor): number => {
    const before = placeOf.get(tensor);
    if (before !== undefined) return before;
    const place = add(tensor);
    if (running > 0) early.add(tensor);
    else takeAsConstant(tensor, place);
    return place;
  };

  const runKernel: RunKernel = (name, inputs, attrs) => {
    const present = Object.entries(inputs).filter(
      ([, tensor]) => (tensor as Tensor | null | undefined) != null,
    );
    const named = present.map(([key, tensor]) => [key, find(tensor)] as const);
    const outputs: number[] = [];
    const list = Array.isArray(inputs);
    const depth = engine().state.gradientDepth;
    const index = kernels.push({ name, inputs: named, list, attrs, outputs, depth }) - 1;
    running += 1;
    const results = originalKernel.call(engine(), name, inputs, attrs);
    running -= 1;
    const { x } = inputs;
    if (name === Slice && x && util.arraysEqual([results].flat()[0]?.shape ?? [], x.shape)) {
      // A copy of the whole, such as a lone batch is.
      kernels.splice(index, 1);
      placeOf.set(results as Tensor, find(x));
      return results;
    }
    for (const tensor of [results].flat()) {
      early.delete(tensor);
      outputs.push(placeOf.get(tensor) ?? add(tensor));
    }
    if (running === 0) {
      for (const tensor of early) takeAsConstant(tensor, placeOf.get(tensor) as number);
      early.clear();
    }
    return results;
  };
  const makeTensor = (...values: unknown[]): Tensor => {
    const tensor = originalTensor.apply(engine(), values);
    made.add(tensor);
    return tensor;
  };
  function assign(this: Variable, value: Tensor): void {
    assignments.push({ variable: this, place: find(value) });
    originalAssign.call(this, value);
  }

  const hooked = engine() as unknown as {
    runKernel: RunKernel;
    makeTensor: (...values: unknown[]) => Tensor;
  };
  const { runKernel: originalKernel, makeTensor: originalTensor } = hooked;
  // oxlint-disable-next-line typescript/unbound-method -- it is called on the variables that it belongs to
  const originalAssign = Variable.prototype.assign;
  const restores = [
    replaceMethod(hooked, "runKernel", runKernel),
    replaceMethod(hooked, "makeTensor", makeTensor),
    replaceMethod(Variable.prototype, "assign", assign),
  ];
  let results: Results;
  try {
    results = compute();
  } finally {
    for (const restore of restores) restore();
  }
  const outputs = results.map((tensor) => tensor && placeOf.get(tensor));
  const found = results.every((tensor, i) => !tensor || isMade(outputs[i], kernels));
  if (!known || !found) return { results, plan: undefined };
  const kept = new Set([...outputs, ...assignments.map(({ place }) => place)]);
  return {
    results,
    plan: { constants, kernels: withLast(needed(kernels, kept), kept), assignments, outputs },
  };
}

/** @returns a function that puts the method back */
function replaceMethod<Name extends string>(
  object: Record<Name, unknown>,
  name: Name,
  method: unknown,
): () => void {
  const original = Object.getOwnPropertyDescriptor(object, name);
  object[name] = method;
  return () => {
    if (original) Object.defineProperty(object, name, original);
    else delete object[name];
  };
}

function isMade(place: number | undefined, kernels: readonly Omit<PlannedKernel, "last">[]): boolean {
  return place !== undefined && kernels.some(({ outputs }) => outputs.includes(place));
}

/** Leaves out kernels that nobody reads a result of, such as copies for gradients that are not asked for. */
function needed(
  kernels: readonly Omit<PlannedKernel, "last">[],
  kept: ReadonlySet<number | undefined>,
): Omit<PlannedKernel, "last">[] {
  const read = new Set(kept);
  const chosen = kernels.toReversed().filter(({ inputs, outputs }) => {
    const isRead = outputs.some((place) => read.has(place));
    if (isRead) for (const [, place] of inputs) read.add(place);
    return isRead;
  });
  return chosen.toReversed();
}

/** Says after which kernel each result of another one is no longer needed. */
function withLast(
  kernels: readonly Omit<PlannedKernel, "last">[],
  kept: ReadonlySet<number | undefined>,
): PlannedKernel[] {
  const lastUse = new Map<number, number>();
  for (const [index, { inputs, outputs }] of kernels.entries()) {
    for (const [, place] of inputs) if (lastUse.has(place)) lastUse.set(place, index);
    for (const place of outputs) lastUse.set(place, index);
  }
  return kernels.map((kernel, index) => ({
    ...kernel,
    last: [...lastUse].filter(([place, last]) => last === index && !kept.has(place)).map(([place]) => place),
  }));
}
