import type { CnnOptions, MlpLayers } from "@minibatch/models";

/** What the data say already: shapes, classes and the seed are not part of a description. */
type Described<Options> = Omit<Options, "inputShape" | "classes" | "outputs" | "seed">;

/** A layer in Keras' words: the name of its class, and the arguments that are not default. */
export interface LayerDescription {
  readonly class_name: string;
  readonly config?: Readonly<Record<string, unknown>>;
}

/**
 * A model as JSON: one of the factories with its options, or a list of layers in Keras' words. The shape of the inputs and the number of classes come from the data;
 * the output layer of a list is its last one.
 *
 * @example
 * const small: ModelDescription = { cnn: { blocks: [{ filters: [16] }], dropout: 0.5 } };
 * const listed: ModelDescription = {
 *   layers: [
 *     { class_name: "Flatten" },
 *     { class_name: "Dense", config: { units: 32, activation: "relu" } },
 *     { class_name: "Dense", config: { units: 10, activation: "softmax" } },
 *   ],
 * };
 */
export type ModelDescription =
  | { readonly cnn: Described<CnnOptions> }
  | {
      readonly mlp: Described<MlpLayers> & {
        readonly outputScaling?: { readonly scale: number; readonly offset: number };
      };
    }
  | { readonly linear: Readonly<Record<string, never>> }
  | { readonly layers: readonly LayerDescription[] };
