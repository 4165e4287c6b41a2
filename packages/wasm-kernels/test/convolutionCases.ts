import * as tf from "@tensorflow/tfjs-core";
import * as fc from "fast-check";

type Pair = [number, number];
type Shape4 = [number, number, number, number];
type Padding = "valid" | "same" | [Pair, Pair, Pair, Pair];

/** A convolution to check. */
export interface ConvolutionCase {
  readonly inputShape: Shape4;
  readonly filterShape: Shape4;
  readonly strides: Pair;
  readonly dilations: Pair;
  readonly pad: Padding;
  readonly seed: number;
}

const pair = (min: number, max: number) => fc.tuple(fc.integer({ min, max }), fc.integer({ min, max }));

/** Convolutions whose window fits; `channels` are the last two numbers of the filter's shape. */
export function convolutionCases(channels: fc.Arbitrary<Pair>): fc.Arbitrary<ConvolutionCase> {
  return fc
    .record({
      batch: fc.integer({ min: 1, max: 3 }),
      size: pair(1, 12),
      window: pair(1, 4),
      strides: pair(1, 3),
      dilations: fc.oneof(fc.constant<Pair>([1, 1]), pair(1, 3)),
      channels,
      pad: fc.oneof(
        fc.constantFrom<Padding>("valid", "same"),
        fc.tuple(pair(0, 2), pair(0, 2)).map<Padding>(([rows, columns]) => [[0, 0], rows, columns, [0, 0]]),
      ),
      seed: fc.nat(1000),
    })
    .map(({ batch, size, window, channels, ...rest }) => ({
      ...rest,
      inputShape: [batch, ...size, channels[0]] as Shape4,
      filterShape: [...window, ...channels] as Shape4,
    }))
    .filter((c) => tf.util.sizeFromShape(outputShape(c, false)) > 0 && fits(c));
}

/** Convolutions by 3x3 filters between many channels, which the kernels compute by Winograd's algorithm. */
export const winogradCases: fc.Arbitrary<ConvolutionCase> = fc
  .record({
    batch: fc.integer({ min: 1, max: 10 }),
    size: pair(5, 11),
    quarters: pair(4, 6),
    pad: fc.oneof(
      fc.constantFrom<Padding>("valid", "same"),
      fc.tuple(pair(0, 3), pair(0, 3)).map<Padding>(([rows, columns]) => [[0, 0], rows, columns, [0, 0]]),
    ),
    seed: fc.nat(1000),
  })
  .map(({ batch, size, quarters: [inChannels, outChannels], pad, seed }) =>
    plainCase([batch, ...size, 4 * inChannels], 4 * outChannels, pad, seed),
  );

/** A convolution by 3x3 filters with stride 1. */
export function plainCase(
  inputShape: Shape4,
  outChannels: number,
  pad: Padding,
  seed: number,
): ConvolutionCase {
  const filterShape: Shape4 = [3, 3, inputShape[3], outChannels];
  return { inputShape, filterShape, strides: [1, 1], dilations: [1, 1], pad, seed };
}

/** One whose image has more tiles than the kernels take at a time. */
export const largeWinogradCase = plainCase([1, 33, 34, 16], 16, "same", 6);

/** One with so many channels that its filter fills the cache. */
export const deepWinogradCase = plainCase([4, 5, 5, 516], 256, "valid", 7);

/** The shape of dy. */
export function outputShape(c: ConvolutionCase, depthwise: boolean): Shape4 {
  return info(c, depthwise).outShape;
}

function info(c: ConvolutionCase, depthwise: boolean) {
  return tf.backend_util.computeConv2DInfo(
    c.inputShape,
    c.filterShape,
    c.strides,
    c.dilations,
    c.pad,
    undefined,
    depthwise,
  );
}

function fits(c: ConvolutionCase): boolean {
  const { effectiveFilterHeight, effectiveFilterWidth, padInfo, inHeight, inWidth, outHeight, outWidth } =
    info(c, false);
  return (
    outHeight > 0 &&
    outWidth > 0 &&
    effectiveFilterHeight <= inHeight + padInfo.top + padInfo.bottom &&
    effectiveFilterWidth <= inWidth + padInfo.left + padInfo.right
  );
}

/** The same convolution without dilation: a larger filter, with zeros between the taps. */
export function withoutDilation(c: ConvolutionCase): ConvolutionCase {
  const { effectiveFilterHeight, effectiveFilterWidth } = info(c, false);
  const [, , inChannels, outChannels] = c.filterShape;
  return {
    ...c,
    filterShape: [effectiveFilterHeight, effectiveFilterWidth, inChannels, outChannels],
    dilations: [1, 1],
  };
}
