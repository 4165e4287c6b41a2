import type { Step } from "../engine/Network.ts";
import type { Weights } from "../weights/encodeWeights.ts";

/** What a layer is turned into steps with. */
export interface CompileContext {
  /** The arguments of the layer, as `getConfig` gives them. */
  readonly config: Readonly<Record<string, unknown>>;
  /** Its weights, in the order of `getWeights`. */
  readonly weights: readonly Weights[];
  /** The places of the values that it takes. */
  readonly inputs: readonly number[];
  /** Their shapes, without the batch. */
  readonly inputShapes: readonly (readonly number[])[];
  /** The shape of what it gives, without the batch. */
  readonly outputShape: readonly number[];
  /** Stores a weight and gives its place. */
  readonly store: (weights: Weights) => number;
  /** Adds a step and gives the place of its value. */
  readonly add: (step: Step) => number;
}

/**
 * Adds the steps of a layer of one class and gives the place of its value; that of its input, where it changes nothing.
 *
 * @throws {RangeError} with what the engine does not do, in a few words
 */
export type LayerCompiler = (context: CompileContext) => number;
