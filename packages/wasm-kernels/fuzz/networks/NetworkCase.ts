import type { Settings } from "../programs/Instruction.ts";
import type { Special } from "../sampleValues.ts";

/** A layer by the name of its factory in tfjs-layers, or several in a model of their own. */
export type LayerCase =
  | { readonly name: string; readonly settings: Settings }
  | { readonly name: "nested"; readonly layers: readonly LayerCase[] };

/** What happens to a network, in this order. */
export type NetworkStep =
  | { readonly name: "fit"; readonly epochs: number }
  | { readonly name: "evaluate" | "predict" | "weights" }
  /** Makes a layer no longer trainable, or trainable again, and compiles anew where `compile` is set. */
  | {
      readonly name: "freeze";
      readonly layer: number;
      readonly trainable: boolean;
      readonly compile: boolean;
    };

/** A network, what it is trained on, and how. */
export interface NetworkCase {
  readonly seed: number;
  readonly inputShape: readonly number[];
  readonly layers: readonly LayerCase[];
  /** After which layers there is an output of its own, beside the one at the end. */
  readonly outputsAfter: readonly number[];
  /** Classes by softmax, or numbers. */
  readonly head: "softmax" | "sigmoid" | "linear";
  readonly optimizer: string;
  readonly samples: number;
  /** Rarely a divisor of the samples. */
  readonly batchSize: number;
  readonly steps: readonly NetworkStep[];
  /** What stands somewhere in the inputs. */
  readonly special: Special | undefined;
}
