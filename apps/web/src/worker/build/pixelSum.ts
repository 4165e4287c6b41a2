import type { NdArray } from "@minibatch/datasets";

/** A pixel of a map. */
export interface PixelPlace {
  /** Of the row, from 0. */
  readonly layer: number;
  readonly row: number;
  readonly column: number;
  readonly map: number;
}

/** How a convolution comes to one number. */
export interface PixelSum {
  readonly place: PixelPlace;
  /** `[side, side]` of the channel that counts most: what comes in, 0 beyond the edge, … */
  readonly window: NdArray<Float32Array>;
  /** … the kernel there, `[side, side]`, … */
  readonly kernel: NdArray<Float32Array>;
  /** … and one times the other. */
  readonly products: NdArray<Float32Array>;
  /** The channel that these are of, and how many there are. */
  readonly channel: number;
  readonly channels: number;
  /** The sum of its products, and of those of all other channels. */
  readonly channelSum: number;
  readonly otherSum: number;
  readonly bias: number;
  /** What batch normalization makes of sum and bias: times `scale`, plus `shift`. */
  readonly norm: { readonly scale: number; readonly shift: number } | undefined;
  /** Before the activation. */
  readonly sum: number;
  /** After it: what the layer gave. */
  readonly value: number;
}

/** What {@link pixelSum} reads from the network. */
export interface PixelParts {
  readonly place: PixelPlace;
  /** What comes in, `[1, height, width, channels]`. */
  readonly input: NdArray;
  /** `[side, side, channels, maps]`. */
  readonly kernel: NdArray;
  readonly bias: ArrayLike<number> | undefined;
  readonly padding: "valid" | "same";
  readonly norm: PixelSum["norm"];
  /** What the layer gave, `[1, height, width, maps]`. */
  readonly output: NdArray;
}

/** Takes one number of a feature map apart: a window of what comes in, times the kernel, summed up. */
export function pixelSum({ place, input, kernel, bias, padding, norm, output }: PixelParts): PixelSum {
  const [, height = 0, width = 0, channels = 0] = input.shape;
  const [side = 0, , , maps = 0] = kernel.shape;
  const [, , outputWidth = 0] = output.shape;
  // As TensorFlow pads: an even kernel has the larger edge behind.
  const before = padding === "same" ? Math.floor((side - 1) / 2) : 0;
  const cells = side * side;
  const partsOf = (channel: number) => {
    const [window, weights, products] = [0, 0, 0].map(() => new Float32Array(cells)) as [
      Float32Array<ArrayBuffer>,
      Float32Array<ArrayBuffer>,
      Float32Array<ArrayBuffer>,
    ];
    let sum = 0;
    for (let cell = 0; cell < cells; cell += 1) {
      const row = place.row + Math.floor(cell / side) - before;
      const column = place.column + (cell % side) - before;
      const inside = row >= 0 && row < height && column >= 0 && column < width;
      const value = inside ? (input.data[(row * width + column) * channels + channel] ?? 0) : 0;
      const weight = kernel.data[(cell * channels + channel) * maps + place.map] ?? 0;
      window[cell] = value;
      weights[cell] = weight;
      products[cell] = value * weight;
      sum += value * weight;
    }
    return { channel, window, weights, products, sum };
  };
  const all = Array.from({ length: channels }, (_, channel) => partsOf(channel));
  const [most = partsOf(0)] = all.toSorted((a, b) => Math.abs(b.sum) - Math.abs(a.sum));
  const total = all.reduce((sum, part) => sum + part.sum, 0);
  const plain = total + (bias?.[place.map] ?? 0);
  const square = (data: Float32Array<ArrayBuffer>): NdArray<Float32Array> => ({ data, shape: [side, side] });
  return {
    place,
    window: square(most.window),
    kernel: square(most.weights),
    products: square(most.products),
    channel: most.channel,
    channels,
    channelSum: most.sum,
    otherSum: total - most.sum,
    bias: bias?.[place.map] ?? 0,
    norm,
    sum: norm ? plain * norm.scale + norm.shift : plain,
    value: output.data[(place.row * outputWidth + place.column) * maps + place.map] ?? 0,
  };
}
