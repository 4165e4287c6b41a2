import type { Tensor, TensorInfo } from "@tensorflow/tfjs-core";
import { engine, util } from "@tensorflow/tfjs-core";
import type { KernelContext } from "../KernelContext.ts";
import { type KernelPlan, runPlan } from "./KernelPlan.ts";
import { isUnwatched } from "./isUnwatched.ts";
import { recordPlan } from "./recordPlan.ts";
import { isSteady, type SteadyModel } from "./isSteady.ts";

type Results = readonly (Tensor | undefined)[];

/**
 * Gives what a computation gives, from the third time on by its kernels and nothing else: tfjs looks through the graph of the layers,
 * asks each one, notes what a gradient needs, and counts tensors, at every step.
 *
 * @param key the same for computations that run the same kernels, such as those of batches of one shape
 * @param given what it reads
 */
type PlannedStep = (key: string, given: readonly Tensor[], compute: () => Results) => Results;

/** Makes a {@link PlannedStep} for steps of this model, where its layers run the same kernels whatever the values are. */
type PlanSteps = (model: SteadyModel) => PlannedStep | undefined;

/** The name under which `@minibatch/training` finds this on a backend, and does without where there is none. */
const planSteps = Symbol.for("@minibatch/wasm-kernels/planSteps");

/**
 * Lets steps of training be planned on this backend.
 *
 * The first step of a shape is recorded. The second one is computed both ways, from other weights and other samples: only where all
 * results are the same, bit for bit, do plans compute the rest.
 *
 * @returns a function that takes it back
 */
export function offerPlannedSteps(context: KernelContext): () => void {
  const backend = context.backend as unknown as { [planSteps]?: PlanSteps };
  backend[planSteps] = (model) => (isSteady(model) ? plannedStep(context) : undefined);
  return () => {
    delete backend[planSteps];
  };
}

function plannedStep(context: KernelContext): PlannedStep {
  const recorded = new Map<string, KernelPlan | undefined>();
  const proven = new Map<string, KernelPlan>();
  return (key, given, compute) => {
    if (!context.active || !isUnwatched()) return compute();
    const plan = proven.get(key);
    if (plan) return computePlanned(context, plan, given);
    if (!recorded.has(key)) {
      const recording = recordPlan(given, compute, true);
      recorded.set(key, recording.plan);
      return recording.results;
    }
    const unproven = recorded.get(key);
    if (!unproven) return compute();
    recorded.set(key, undefined);
    const { results, same } = computeBothWays(context, unproven, given, compute);
    if (same) proven.set(key, unproven);
    return results;
  };
}

function computePlanned(context: KernelContext, plan: KernelPlan, given: readonly Tensor[]): Results {
  const { outputs, assigned } = runPlan(context, plan, given);
  // Its end is left to other threads while this one prepares the next step.
  context.mayLeaveStep = true;
  const tensorOf = (info: TensorInfo) => engine().makeTensorFromTensorInfo(info, context.backend);
  for (const [i, { variable }] of plan.assignments.entries()) {
    const value = tensorOf(assigned[i] as TensorInfo);
    variable.assign(value);
    value.dispose();
  }
  return outputs.map((info) => info && tensorOf(info));
}

function computeBothWays(
  context: KernelContext,
  plan: KernelPlan,
  given: readonly Tensor[],
  compute: () => Results,
): { readonly results: Results; readonly same: boolean } {
  const { outputs, assigned } = runPlan(context, plan, given);
  try {
    const results = compute();
    const expected = [...results, ...plan.assignments.map(({ variable }) => variable)];
    const same = [...outputs, ...assigned].every((info, i) => isSame(context, info, expected[i]));
    return { results, same };
  } finally {
    for (const info of [...outputs, ...assigned]) if (info) context.backend.disposeData(info.dataId);
  }
}

function isSame(context: KernelContext, a: TensorInfo | undefined, b: TensorInfo | undefined): boolean {
  if (!a || !b) return a === b;
  if (a.dtype !== b.dtype || !util.arraysEqual(a.shape, b.shape)) return false;
  const size = util.sizeFromShape(a.shape);
  const [first, second] = [a, b].map((tensor) => context.address(tensor, size, a.dtype)) as [number, number];
  const { HEAPU8 } = context.backend.wasm;
  const bytes = size * util.bytesPerElement(a.dtype);
  for (let i = 0; i < bytes; i += 1) if (HEAPU8[first + i] !== HEAPU8[second + i]) return false;
  return true;
}
