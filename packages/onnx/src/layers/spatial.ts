import type { Value } from "../graph/Value.ts";
import type { LayerContext, Output } from "./LayerContext.ts";

/** What a layer that works on pixels, or on steps of time, takes and gives. */
export interface Spatial {
  /** The input, channels second in the file. */
  readonly input: Value;
  /** The lengths of its other axes, without the batch; null where they are found out when the model runs. */
  readonly sizes: readonly (number | null)[];
  /** The number of its channels. */
  readonly channels: number;
  /** The order of what comes out. */
  readonly channelsSecond: boolean;
}

/** Brings the input of a layer into the order in which ONNX convolves, pools and resizes. */
export function spatial({ graph, name, config, input }: LayerContext): Spatial {
  // A model whose own order is ONNX's has its axes there already.
  if (config["dataFormat"] === "channelsFirst") {
    const sizes = input.shape.slice(2);
    return {
      input: graph.inOrder(name, input),
      sizes,
      channels: input.shape[1] as number,
      channelsSecond: false,
    };
  }
  const sizes = input.shape.slice(1, -1);
  const channels = input.shape.at(-1) as number;
  return { input: graph.channelsSecond(name, input), sizes, channels, channelsSecond: true };
}

/** Turns what a node made of a {@link Spatial} into the output of the layer. */
export function spatialOutput({ channelsSecond }: Spatial, name: string): Output {
  return { name, channelsSecond };
}
