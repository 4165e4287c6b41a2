import type { Activation } from "./activationNames.ts";

/** A layer as plain JSON: what `planLayers` checks and `fromLayers` builds. */
export type LayerSpec = Conv2dSpec | MaxPooling2dSpec | GlobalAveragePooling2dSpec | DenseSpec | DropoutSpec;

/** A convolution, which needs images. */
export interface Conv2dSpec extends WeightedSpec {
  readonly type: "conv2d";
  readonly filters: number;
  /** The height and width of the filters. */
  readonly kernelSize: number;
  /**
   * `valid` lets the image shrink, `same` pads it with zeros.
   *
   * @default "valid"
   */
  readonly padding?: "valid" | "same" | undefined;
}

/** Max pooling, which needs images. */
export interface MaxPooling2dSpec {
  readonly type: "maxPooling2d";
  /** The height, width and stride of the windows. */
  readonly size: number;
}

/** The mean of each channel over all pixels, which needs images. */
export interface GlobalAveragePooling2dSpec {
  readonly type: "globalAveragePooling2d";
}

/** A dense layer; images are flattened before it. */
export interface DenseSpec extends WeightedSpec {
  readonly type: "dense";
  readonly units: number;
}

/** Drops values at random while it trains. */
export interface DropoutSpec {
  readonly type: "dropout";
  /** The share of values that is dropped, 0 to below 1. */
  readonly rate: number;
}

/** What layers with a kernel have in common. */
export interface WeightedSpec {
  /** @default "relu" */
  readonly activation?: Activation | undefined;
  /**
   * Whether batch normalization stands before the activation; the layer needs no bias then.
   *
   * @default false
   */
  readonly batchNorm?: boolean | undefined;
  /**
   * What the loss grows by for the kernel: the sum of its squares times this.
   *
   * @default 0
   */
  readonly l2?: number | undefined;
}
