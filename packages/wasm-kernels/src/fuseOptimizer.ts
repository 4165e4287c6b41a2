import type { NamedTensorMap, Optimizer, Tensor, Variable } from "@tensorflow/tfjs-core";
import { engine } from "@tensorflow/tfjs-core";
import type { KernelContext } from "./KernelContext.ts";
import type { AnyOptimizerDefinition } from "./OptimizerDefinition.ts";

/** tfjs does not export this type. */
type NamedTensor = { name: string; tensor: Tensor };

interface Update {
  readonly value: Variable;
  readonly gradient: Tensor;
  readonly accumulators: readonly Variable[];
}

/**
 * Makes an optimizer of tfjs move each variable in one pass. Its objects, their settings and their weights stay what
 * they are: the first step, which makes the accumulators, and every step off the WASM backend remain tfjs' own.
 *
 * @returns a function that puts tfjs' own method back
 */
export function fuseOptimizer(definition: AnyOptimizerDefinition, context: KernelContext): () => void {
  const { prototype } = definition.type;
  const original = Object.getOwnPropertyDescriptor(prototype, "applyGradients");
  if (!original) return () => {};
  const apply = original.value as Optimizer["applyGradients"];

  prototype.applyGradients = function applyGradients(this: Optimizer, gradients) {
    const updates = updatesOf(definition, context, this, gradients);
    if (!updates) {
      apply.call(this, gradients);
      return;
    }
    const step = definition.prepare(context.wasm, this);
    for (const { value, gradient, accumulators } of updates) {
      const slots = accumulators.map((accumulator) => context.ownAddress(accumulator));
      context.renew(value, (from, to) => step(from, to, context.address(gradient), value.size, slots));
    }
    definition.finish(this);
    (this as unknown as { incrementIterations(): void }).incrementIterations();
  };

  return () => Object.defineProperty(prototype, "applyGradients", original);
}

/** Pairs the variables with what moves them, or gives `undefined` where the step has to be tfjs' own. */
function updatesOf(
  definition: AnyOptimizerDefinition,
  context: KernelContext,
  optimizer: Optimizer,
  gradients: NamedTensorMap | NamedTensor[],
): Update[] | undefined {
  if (engine().backend !== context.backend || !definition.covers(optimizer)) return undefined;
  const named = Array.isArray(gradients)
    ? gradients
    : Object.entries(gradients).map(([name, tensor]) => ({ name, tensor }));
  const columns = definition.accumulators(optimizer);
  const updates: Update[] = [];
  for (const [index, { name, tensor: gradient }] of named.entries()) {
    const value = engine().registeredVariables[name];
    const accumulators = columns.map((column) => column[index]?.variable);
    if (!value || !accumulators.every((accumulator) => accumulator !== undefined)) return undefined;
    // tfjs passes over variables that the loss does not depend on.
    if ((gradient as Tensor | null) === null) continue;
    if (value.dtype !== "float32" || gradient.dtype !== "float32" || gradient.size !== value.size)
      return undefined;
    updates.push({ value, gradient, accumulators });
  }
  return updates;
}
