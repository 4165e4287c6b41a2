import type { NamedAttrMap, NamedTensorMap, Tensor } from "@tensorflow/tfjs-core";
import { engine, Identity, MaxPool, Reshape, Slice, util, Variable } from "@tensorflow/tfjs-core";
import type {
  KernelPlan,
  PlannedAssignment,
  PlannedConstant,
  PlannedKernel,
  PlannedTensor,
} from "./KernelPlan.ts";

type RunKernel = (name: string, inputs: NamedTensorMap, attrs?: NamedAttrMap) => Tensor | Tensor[];

/** More numbers than these are not taken for constants. */
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
 * @param areGradients whether the results may be put off, since the step of an optimizer may compute its gradient on the way
 */
export function recordPlan<Results extends readonly (Tensor | undefined)[]>(
  given: readonly Tensor[],
  compute: () => Results,
  areGradients: boolean,
): Recording<Results> {
  const placeOf = new Map<Tensor, number>(given.map((tensor, place) => [tensor, place]));
  const kernels: Omit<PlannedKernel, "last">[] = [];
  const constants = new Map<number, PlannedConstant>();
  // What is another tensor, seen in another shape: nothing has to run for it.
  const views = new Map<number, PlannedTensor>();
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
  const addConstant = (tensor: Tensor, place: number): void => {
    const { shape, dtype } = tensor as Tensor & Pick<PlannedConstant, "dtype">;
    constants.set(place, {
      place,
      values: tensor.dataSync<typeof dtype>().slice(),
      shape: [...shape],
      dtype,
    });
  };
  const takeAsConstant = (tensor: Tensor, place: number): void => {
    if ((tensor.rank === 0 || made.has(tensor)) && isSmall(tensor)) addConstant(tensor, place);
    else known = false;
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
    const named = present.map(([key, tensor]) => [key, { place: find(tensor) }] as const);
    const outputs: number[] = [];
    const list = Array.isArray(inputs);
    const depth = engine().state.gradientDepth;
    const index = kernels.push({ name, inputs: named, list, attrs, outputs, depth }) - 1;
    running += 1;
    const results = originalKernel.call(engine(), name, inputs, attrs);
    running -= 1;
    const { x } = inputs;
    const tensors = [results].flat();
    // What is made of numbers alone is the same each time.
    const constant =
      named.length > 0 && named.every(([, { place }]) => constants.has(place)) && tensors.every(isSmall);
    const [of] = !constant && x && isView(name, x, tensors) ? named : [];
    if (constant || of) kernels.splice(index, 1);
    for (const tensor of tensors) {
      early.delete(tensor);
      const place = placeOf.get(tensor) ?? add(tensor);
      if (constant) addConstant(tensor, place);
      else if (of) views.set(place, { place: of[1].place, shape: [...tensor.shape] });
      else outputs.push(place);
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
  const seen = ({ place, shape }: PlannedTensor): PlannedTensor => {
    const view = views.get(place);
    return view ? { place: seen(view).place, shape: shape ?? view.shape } : { place, shape };
  };
  const outputs = results.map((tensor) => {
    const place = tensor && placeOf.get(tensor);
    return place === undefined ? undefined : seen({ place });
  });
  const assigned = assignments.map(({ variable, ...tensor }) => ({ variable, ...seen(tensor) }));
  const resolved = kernels.map((kernel) => ({
    ...kernel,
    inputs: kernel.inputs.map(([key, tensor]) => [key, seen(tensor)] as const),
  }));
  const isKnown = ({ place }: PlannedTensor) =>
    place < given.length || constants.has(place) || isMade(place, kernels);
  const found = outputs.every((output, i) => !results[i] || (output && isKnown(output)));
  if (!known || !found) return { results, plan: undefined };
  const kept = new Set([...outputs, ...assigned].flatMap((tensor) => (tensor ? [tensor.place] : [])));
  const chosen = withLast(putOff(needed(resolved, kept), areGradients ? new Set() : kept), kept);
  const read = new Set([...kept, ...placesRead(chosen)]);
  return {
    results,
    plan: {
      constants: [...constants.values()].filter(({ place }) => read.has(place)),
      kernels: chosen,
      assignments: assigned,
      outputs,
    },
  };
}

function isSmall({ size, dtype }: Tensor): boolean {
  return size <= MOST_NUMBERS && (dtype === "float32" || dtype === "int32" || dtype === "bool");
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

/** Whether a kernel gives the values of its input, and nothing else. */
function isView(name: string, x: Tensor, [result, another]: readonly Tensor[]): boolean {
  if (!result || another || result.dtype !== x.dtype) return false;
  // A copy of the whole, such as a lone batch is.
  return name === Identity || name === Reshape || (name === Slice && util.arraysEqual(result.shape, x.shape));
}

function isMade(place: number, kernels: readonly Omit<PlannedKernel, "last">[]): boolean {
  return kernels.some(({ outputs }) => outputs.includes(place));
}

/** Leaves out kernels that nobody reads a result of, such as copies for gradients that are not asked for. */
function needed(
  kernels: readonly Omit<PlannedKernel, "last">[],
  kept: ReadonlySet<number>,
): Omit<PlannedKernel, "last">[] {
  const read = new Set(kept);
  const chosen = kernels.toReversed().filter(({ inputs, outputs }) => {
    const isRead = outputs.some((place) => read.has(place));
    if (isRead) for (const [, { place }] of inputs) read.add(place);
    return isRead;
  });
  return chosen.toReversed();
}

function placesRead(kernels: readonly Omit<PlannedKernel, "last">[]): number[] {
  return kernels.flatMap(({ inputs }) => inputs.map(([, { place }]) => place));
}

/** Puts off what no other kernel reads, nor anybody else; and what max pooling alone reads, which may be part of the pass. */
function putOff(
  kernels: readonly Omit<PlannedKernel, "last">[],
  readByOthers: ReadonlySet<number>,
): Omit<PlannedKernel, "last">[] {
  const read = new Set([...readByOthers, ...placesRead(kernels.filter(({ name }) => name !== MaxPool))]);
  return kernels.map((kernel) =>
    kernel.outputs.some((place) => read.has(place)) ? kernel : { ...kernel, depth: kernel.depth + 1 },
  );
}

/** Says after which kernel each result of another one is no longer needed. */
function withLast(
  kernels: readonly Omit<PlannedKernel, "last">[],
  kept: ReadonlySet<number>,
): PlannedKernel[] {
  const lastUse = new Map<number, number>();
  for (const [index, { inputs, outputs }] of kernels.entries()) {
    for (const [, { place }] of inputs) if (lastUse.has(place)) lastUse.set(place, index);
    for (const place of outputs) lastUse.set(place, index);
  }
  return kernels.map((kernel, index) => ({
    ...kernel,
    last: [...lastUse].filter(([place, last]) => last === index && !kept.has(place)).map(([place]) => place),
  }));
}
