/**
 * How raw inputs become what the model was trained on: `value * scale + offset`, as Keras' `Rescaling` layer has it.
 *
 * A number is for all values; a list has a number for each feature, along the last axis of the inputs.
 *
 * @example
 * const toUnitRange: InputScaling = { scale: 1 / 255, offset: 0 };
 * const twoFeatures: InputScaling = { scale: [0.5, 2], offset: [-1, 0] };
 */
export interface InputScaling {
  readonly scale: number | readonly number[];
  readonly offset: number | readonly number[];
}

/** What travels beside the weights, so that a saved model can be used without the code that trained it. */
export interface ModelMetadata {
  /** The classes in the order of the outputs. */
  readonly classNames?: readonly string[];
  /** The columns of the inputs, in order, where they have names. */
  readonly featureNames?: readonly string[];
  /** What the output is called, with its unit, for models that predict values. */
  readonly targetName?: string;
  /** The scaling that inputs need before they enter the model. */
  readonly inputScaling?: InputScaling;
  /** How raw inputs become those of the model, where that is more than a scaling: what the dataset says of it. Any JSON value. */
  readonly preparation?: Readonly<Record<string, unknown>>;
  /** The id of the dataset it was trained on, e.g. `mnist`. */
  readonly dataset?: string;
  /** Where the model comes from: recipe, seed, epochs, versions. Any JSON value. */
  readonly provenance?: Readonly<Record<string, unknown>>;
}
