/** A network as plain data: what {@link runNetwork} needs beside the weights. */
export interface Network {
  /** Of one input, without the batch: `[height, width, channels]` or `[features]`. */
  readonly inputShape: readonly number[];
  /** One after the other; value 0 is the input, value `n` what step `n - 1` gives. */
  readonly steps: readonly Step[];
}

/** What is done to values, row-major, channels last. */
export type Step =
  | ConvolutionStep
  | DenseStep
  | PoolingStep
  | ScaleStep
  | ActivationStep
  | AdditionStep
  | GlobalPoolingStep;

/** By name, as tfjs and Keras call them. */
export type ActivationName =
  | "linear"
  | "relu"
  | "relu6"
  | "sigmoid"
  | "tanh"
  | "softmax"
  | "elu"
  | "selu"
  | "softplus"
  | "softsign"
  | "hardSigmoid"
  | "swish"
  | "gelu"
  | "gelu_new";

/** Where a window stands on an image, and what comes out. */
export interface Window {
  /** `[height, width, channels]` of what comes in. */
  readonly shape: readonly [number, number, number];
  /** `[height, width]` of the window. */
  readonly size: readonly [number, number];
  readonly strides: readonly [number, number];
  /** Zeros above and to the left; those below and to the right follow from `output`. */
  readonly pad: readonly [number, number];
  /** `[height, width]` of what comes out. */
  readonly output: readonly [number, number];
}

/** A convolution; `depthwise` has filters of one channel each. */
export interface ConvolutionStep extends Window {
  readonly kind: "convolution" | "depthwise";
  readonly input: number;
  readonly filters: number;
  /** The kernel's place among the weights: `[height, width, channels, filters]`. */
  readonly kernel: number;
  /** That of the bias, if there is one. */
  readonly bias?: number;
  readonly activation: ActivationName;
}

/** A dense layer on the last axis. */
export interface DenseStep {
  readonly kind: "dense";
  readonly input: number;
  readonly units: number;
  /** `[inputs, units]`. */
  readonly kernel: number;
  readonly bias?: number;
  readonly activation: ActivationName;
}

/** The largest value of each window, or the mean of those that are no padding. */
export interface PoolingStep extends Window {
  readonly kind: "maxPooling" | "averagePooling";
  readonly input: number;
}

/** `value * scale + offset`, with a number for each channel or one for all: batch normalization, rescaling. */
export interface ScaleStep {
  readonly kind: "scale";
  readonly input: number;
  readonly scale: number;
  readonly offset: number;
}

/** An activation by itself; softmax over the last axis, of so many values. */
export interface ActivationStep {
  readonly kind: "activation";
  readonly input: number;
  readonly activation: ActivationName;
  readonly channels: number;
}

/** The sum of several values. */
export interface AdditionStep {
  readonly kind: "addition";
  readonly inputs: readonly number[];
}

/** The mean or the largest value of each channel over all pixels. */
export interface GlobalPoolingStep {
  readonly kind: "globalAveragePooling" | "globalMaxPooling";
  readonly input: number;
  readonly channels: number;
}
