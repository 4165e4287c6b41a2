import type { Optimizer, Tensor, Variable } from "@tensorflow/tfjs-core";
import type { KernelExports } from "./KernelExports.ts";

/** A value that a tfjs optimizer keeps for a variable. */
export interface Slot {
  /** The name of the variable, and what of it this is. */
  readonly originalName: string;
  readonly variable: Variable;
}

/** One value for each variable, in the order of the variables. */
export type Accumulators = (Slot | undefined)[];

/**
 * Moves one variable by one step; addresses of its values before and after, its gradient (0 for that of `gradientProduct`) and its
 * accumulators, and what share of its values is kept before it moves: 1 where weights do not decay.
 */
export type OptimizerStep = (
  value: number,
  result: number,
  gradient: number,
  count: number,
  accumulators: readonly number[],
  keep: number,
) => void;

/** An optimizer of tfjs as one pass over each variable. `State` is what tfjs keeps in private fields. */
export interface OptimizerDefinition<State> {
  readonly name: string;
  readonly type: { readonly prototype: Optimizer };
  /** Whether these settings have a fused form. */
  covers?(state: State): boolean;
  accumulators(state: State): readonly Accumulators[];
  /** Whether weights can decay in the same pass. */
  readonly decays?: true;
  /** Reads the settings, once a step. */
  prepare(wasm: KernelExports, state: State): OptimizerStep;
  /** What changes once a step, after all variables. */
  finish?(state: State): void;
}

/** A definition whose state is its own affair. */
export interface AnyOptimizerDefinition {
  readonly name: string;
  readonly type: { readonly prototype: Optimizer };
  covers(optimizer: Optimizer): boolean;
  accumulators(optimizer: Optimizer): readonly Accumulators[];
  readonly decays: boolean;
  prepare(wasm: KernelExports, optimizer: Optimizer): OptimizerStep;
  finish(optimizer: Optimizer): void;
}

/** Closes a definition over the private fields of its optimizer, which TypeScript does not let us name. */
export function defineOptimizer<State>(definition: OptimizerDefinition<State>): AnyOptimizerDefinition {
  const state = (optimizer: Optimizer) => optimizer as unknown as State;
  return {
    name: definition.name,
    type: definition.type,
    covers: (optimizer) => definition.covers?.(state(optimizer)) ?? true,
    accumulators: (optimizer) => definition.accumulators(state(optimizer)),
    decays: definition.decays ?? false,
    prepare: (wasm, optimizer) => definition.prepare(wasm, state(optimizer)),
    finish: (optimizer) => definition.finish?.(state(optimizer)),
  };
}

/** The value of a scalar that an optimizer keeps as a tensor. */
export function scalarValue(scalar: Tensor): number {
  return scalar.dataSync()[0] ?? Number.NaN;
}
