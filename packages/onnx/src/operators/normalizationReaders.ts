import { layers } from "@tensorflow/tfjs-layers";
import { fileShape } from "../read/Loaded.ts";
import type { NodeReader, NodeReaders } from "../read/NodeContext.ts";

/** Takes the mean or the largest of all places, whether or not they stay as axes of one. */
function overAll(kind: "max" | "average"): NodeReader {
  return (context) => {
    const rank = context.input.symbol.shape.length;
    if (rank !== 3 && rank !== 4) context.refuse(`its input has ${rank} axes`);
    const reduces = context.node.operator.startsWith("Reduce");
    const places = Array.from({ length: rank - 2 }, (_, axis) => axis + 2);
    const axes = (context.list("axes", 1) ?? [])
      .map((axis) => (axis + rank) % rank)
      .toSorted((a, b) => a - b);
    // Channels may be last in the file too.
    const lastAlready = reduces && axes.join() === places.map((axis) => axis - 1).join();
    if (reduces && !lastAlready && axes.join() !== places.join()) {
      context.refuse(`it goes over the axes ${axes.join(", ")}, not over all places`);
    }
    const input = lastAlready ? context.fileOrder(context.input) : context.channelsLast(context.input);
    const pools = {
      max: [layers.globalMaxPooling1d, layers.globalMaxPooling2d],
      average: [layers.globalAveragePooling1d, layers.globalAveragePooling2d],
    } as const;
    const make = pools[kind][rank - 3] as typeof layers.globalMaxPooling1d;
    const symbol = context.apply(make(context.named({})), input.symbol);
    if (reduces && context.number("keepdims", 1) === 0) return { symbol, channelsLast: false };
    const targetShape = [...Array.from({ length: rank - 2 }, () => 1), symbol.shape.at(-1) as number];
    return {
      symbol: context.apply(layers.reshape(context.named({ targetShape })), symbol),
      channelsLast: true,
    };
  };
}

/** Normalization, and what is taken over all places. */
export const normalizationReaders: NodeReaders = {
  GlobalAveragePool: overAll("average"),
  GlobalMaxPool: overAll("max"),
  ReduceMean: overAll("average"),
  ReduceMax: overAll("max"),

  BatchNormalization(context) {
    if (context.number("training_mode", 0) !== 0)
      context.refuse("it normalizes by each batch, as in training");
    const input = context.channelsLast(context.input);
    const channels = fileShape(input)[1] as number;
    const weights = [1, 2, 3, 4].map((place) => ({ data: context.stored(place).data, shape: [channels] }));
    const layer = layers.batchNormalization(context.named({ epsilon: context.number("epsilon", 1e-5) }));
    return { ...input, symbol: context.apply(layer, input.symbol, weights), positive: false };
  },

  LayerNormalization(context) {
    const input = context.fileOrder(context.input);
    const rank = input.symbol.shape.length;
    const first = (context.number("axis", -1) + rank) % rank;
    const axis = Array.from({ length: rank - first }, (_, index) => first + index);
    const shape = axis.map((each) => input.symbol.shape[each] as number);
    const beta = context.optional(2);
    const weights = [context.stored(1), ...(beta ? [beta] : [])].map(({ data }) => ({ data, shape }));
    const layer = layers.layerNormalization(
      context.named({ axis, epsilon: context.number("epsilon", 1e-5), center: beta !== undefined }),
    );
    return { symbol: context.apply(layer, input.symbol, weights), channelsLast: false };
  },
};
