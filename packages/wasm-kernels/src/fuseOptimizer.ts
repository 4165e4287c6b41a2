import type { Optimizer, Tensor, Variable } from "@tensorflow/tfjs-core";
import { engine } from "@tensorflow/tfjs-core";
import { assignSlots } from "./assignSlots.ts";
import type { KernelContext } from "./KernelContext.ts";
import type { Accumulators, AnyOptimizerDefinition } from "./OptimizerDefinition.ts";

/** tfjs does not export this type. */
type NamedTensor = { name: string; tensor: Tensor };

type Gradients = Parameters<Optimizer["applyGradients"]>[0];

interface Update {
  readonly value: Variable;
  readonly gradient: Tensor;
  readonly accumulators: readonly Variable[];
}

/**
 * The name under which an optimizer that can do so moves variables that decay in the same pass: it takes the gradients, and a function
 * that says what share of itself the variable of a name keeps. It returns whether it did that; where it returns false, it did nothing.
 */
const decayedStep = Symbol.for("@minibatch/wasm-kernels/decayedStep");

/** Says what share of itself the variable of a name keeps in a step. */
type Keeps = (name: string) => number;

const keepsAll: Keeps = () => 1;

/**
 * Makes an optimizer of tfjs move each variable in one pass. Its objects, their settings and their weights stay what
 * they are: the first step, which makes the accumulators, and every step off the WASM backend remain tfjs' own. In all of them
 * the accumulators stay with their variables: see {@link assignSlots}.
 *
 * Classes that extend it find a step with weight decay under {@link decayedStep}.
 *
 * @returns a function that puts tfjs' own method back
 */
export function fuseOptimizer(definition: AnyOptimizerDefinition, context: KernelContext): () => void {
  const { prototype } = definition.type;
  const original = Object.getOwnPropertyDescriptor(prototype, "applyGradients");
  if (!original) return () => {};
  const apply = original.value as Optimizer["applyGradients"];

  /** Whether it took the step. */
  const stepFused = (optimizer: Optimizer, gradients: Gradients, keeps: Keeps): boolean => {
    const named = Array.isArray(gradients)
      ? gradients
      : Object.entries(gradients).map(([name, tensor]) => ({ name, tensor }));
    const columns = definition.accumulators(optimizer);
    const variables = named.map(({ name }) => engine().registeredVariables[name]);
    if (areKnown(variables)) assignSlots(optimizer, columns, variables);
    const fits = context.active && definition.covers(optimizer);
    const updates = fits ? updatesOf(named, columns) : undefined;
    if (!updates) return false;
    const step = definition.prepare(context.wasm, optimizer);
    const mayLeave = context.mayLeaveStep;
    context.mayLeaveStep = false;
    for (const [index, { value, gradient, accumulators }] of updates.entries()) {
      const { size } = value;
      const slots = accumulators.map((accumulator) => context.ownAddress(accumulator, size));
      const keep = keeps(value.name);
      const leaves = mayLeave && index === updates.length - 1;
      context.renew(value, (from, to) => {
        const address = context.gradientAddress(gradient, size);
        if (leaves) context.wasm.leaveOpen();
        step(from, to, address, size, slots, keep);
      });
      if (leaves) context.leave([value, ...accumulators], gradient);
    }
    definition.finish(optimizer);
    (optimizer as unknown as { incrementIterations(): void }).incrementIterations();
    return true;
  };
  prototype.applyGradients = function applyGradients(this: Optimizer, gradients) {
    if (!stepFused(this, gradients, keepsAll)) apply.call(this, gradients);
  };
  const decaying = prototype as { [decayedStep]?: (gradients: Gradients, keeps: Keeps) => boolean };
  if (definition.decays) {
    decaying[decayedStep] = function applyDecayed(this: Optimizer, gradients, keeps) {
      return stepFused(this, gradients, keeps);
    };
  }
  return () => {
    Object.defineProperty(prototype, "applyGradients", original);
    delete decaying[decayedStep];
  };
}

/** tfjs complains of a variable that does not exist. */
function areKnown(variables: readonly (Variable | undefined)[]): variables is Variable[] {
  return variables.every((variable) => variable !== undefined);
}

/** Pairs the variables with what moves them, or gives `undefined` where the step has to be tfjs' own. */
function updatesOf(named: readonly NamedTensor[], columns: readonly Accumulators[]): Update[] | undefined {
  const updates: Update[] = [];
  for (const [index, { name, tensor: gradient }] of named.entries()) {
    const value = engine().registeredVariables[name];
    const accumulators = columns.map((column) => column[index]?.variable);
    if (!value || !accumulators.every((accumulator) => accumulator !== undefined)) return undefined;
    // tfjs passes over variables that the loss does not depend on.
    if (!(gradient as Tensor | null)) continue;
    if (value.dtype !== "float32" || gradient.dtype !== "float32" || gradient.size !== value.size)
      return undefined;
    updates.push({ value, gradient, accumulators });
  }
  // The largest one last: it may be left to other threads.
  const largest = Math.max(...updates.map(({ value }) => value.size));
  const at = updates.findIndex(({ value }) => value.size === largest);
  updates.push(...updates.splice(at, 1));
  return updates;
}
