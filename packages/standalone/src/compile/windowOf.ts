import type { Window } from "../engine/Network.ts";
import type { CompileContext } from "./LayerCompiler.ts";

/** Where the window of a convolution or a pooling stands. */
export function windowOf(
  { config, inputShapes, outputShape }: CompileContext,
  size: readonly [number, number],
): Window {
  const [height = 0, width = 0, channels = 0] = inputShapes[0] ?? [];
  const [rows = 0, columns = 0] = outputShape;
  requireChannelsLast(config);
  const strides = pairOf(config["strides"] ?? size);
  const padded = config["padding"] === "same";
  // As TensorFlow pads: what cannot be shared out evenly goes below and to the right.
  const before = (out: number, stride: number, window: number, length: number): number =>
    padded ? Math.floor(Math.max(0, (out - 1) * stride + window - length) / 2) : 0;
  return {
    shape: [height, width, channels],
    size,
    strides,
    pad: [before(rows, strides[0], size[0], height), before(columns, strides[1], size[1], width)],
    output: [rows, columns],
  };
}

/** Refuses what the engine does not do. */
export function requireNoDilation({ config }: CompileContext): void {
  const dilation = pairOf(config["dilationRate"] ?? 1);
  if (dilation.some((rate) => rate !== 1)) throw new RangeError("dilation");
}

function requireChannelsLast(config: CompileContext["config"]): void {
  if (config["dataFormat"] === "channelsFirst" || config["dataFormat"] === "channels_first") {
    throw new RangeError("channels first");
  }
}

/** A number for both axes, or a list of two. */
export function pairOf(value: unknown): [number, number] {
  if (Array.isArray(value)) return [Number(value[0]), Number(value[1] ?? value[0])];
  return [Number(value), Number(value)];
}
