import type { NamedAttrMap, NamedTensorMap, Tensor } from "@tensorflow/tfjs-core";
import { engine, Slice, util } from "@tensorflow/tfjs-core";
import type { KernelPlan, PlannedKernel, PlannedScalar } from "./KernelPlan.ts";

type RunKernel = (name: string, inputs: NamedTensorMap, attrs?: NamedAttrMap) => Tensor | Tensor[];

/** What was computed, and how it can be computed again. */
export interface Recording {
  readonly result: Tensor;
  /** None where the computation read tensors that are neither among what was given nor numbers. */
  readonly plan: KernelPlan | undefined;
}

/**
 * Notes the kernels that a computation runs.
 *
 * @param given what it reads
 * @param compute must run the same kernels whatever the values are
 */
export function recordPlan(given: readonly Tensor[], compute: () => Tensor): Recording {
  const placeOf = new Map<Tensor, number>(given.map((tensor, place) => [tensor, place]));
  const kernels: Omit<PlannedKernel, "last">[] = [];
  const scalars: PlannedScalar[] = [];
  let places = given.length;
  let known = true;

  const find = (tensor: Tensor): number => {
    const place = placeOf.get(tensor);
    if (place !== undefined) return place;
    placeOf.set(tensor, places);
    places += 1;
    const { dtype } = tensor;
    if (tensor.rank > 0 || (dtype !== "float32" && dtype !== "int32")) known = false;
    else scalars.push({ place: places - 1, value: tensor.dataSync<typeof dtype>()[0] as number, dtype });
    return places - 1;
  };

  const recorder = engine() as unknown as { runKernel: RunKernel };
  const original = Object.getOwnPropertyDescriptor(recorder, "runKernel");
  const { runKernel } = recorder;
  recorder.runKernel = (name, inputs, attrs) => {
    const present = Object.entries(inputs).filter(
      ([, tensor]) => (tensor as Tensor | null | undefined) != null,
    );
    const named = present.map(([key, tensor]) => [key, find(tensor)] as const);
    const results = runKernel.call(engine(), name, inputs, attrs);
    const { x } = inputs;
    if (name === Slice && x && util.arraysEqual([results].flat()[0]?.shape ?? [], x.shape)) {
      // A copy of the whole, such as a lone batch is.
      placeOf.set(results as Tensor, find(x));
      return results;
    }
    const outputs = [results].flat().map((tensor) => {
      placeOf.set(tensor, places);
      places += 1;
      return places - 1;
    });
    kernels.push({ name, inputs: named, list: Array.isArray(inputs), attrs, outputs });
    return results;
  };
  let result: Tensor;
  try {
    result = compute();
  } finally {
    if (original) Object.defineProperty(recorder, "runKernel", original);
    else delete (recorder as { runKernel?: RunKernel }).runKernel;
  }
  const output = placeOf.get(result);
  const made = kernels.some(({ outputs }) => outputs.includes(output ?? -1));
  if (!known || output === undefined || !made) return { result, plan: undefined };
  return { result, plan: { places, scalars, kernels: withLast(kernels, output), output } };
}

/** Says after which kernel each result of another one is no longer needed. */
function withLast(kernels: readonly Omit<PlannedKernel, "last">[], output: number): PlannedKernel[] {
  const lastUse = new Map<number, number>();
  for (const [index, { inputs, outputs }] of kernels.entries()) {
    for (const [, place] of inputs) if (lastUse.has(place)) lastUse.set(place, index);
    for (const place of outputs) lastUse.set(place, index);
  }
  lastUse.delete(output);
  return kernels.map((kernel, index) => ({
    ...kernel,
    last: [...lastUse].filter(([, last]) => last === index).map(([place]) => place),
  }));
}
