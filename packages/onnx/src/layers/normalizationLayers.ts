import { asList } from "./asList.ts";
import type { LayerContext, LayerWriters } from "./LayerContext.ts";

/** Normalization of channels and of samples. */
export const normalizationLayers: LayerWriters = {
  BatchNormalization(context) {
    const { graph, name, config } = context;
    const rank = context.input.shape.length;
    const axis = ((config["axis"] as number) + rank) % rank;
    // Its kernels take means and variances for those of the last axis.
    if (axis !== rank - 1)
      return context.refuse(`tfjs itself does not compute it right for axis ${axis}, only for the last`);
    const second = graph.channelsSecond(name, context.input);
    const channels = context.input.shape[axis] as number;
    const result = context.node(
      "BatchNormalization",
      [
        second.name,
        context.weight("gamma") ?? filled(context, "gamma", channels, 1),
        context.weight("beta") ?? filled(context, "beta", channels, 0),
        context.weight("moving_mean") as string,
        context.weight("moving_variance") as string,
      ],
      { epsilon: { float: config["epsilon"] as number } },
    );
    return { name: result, channelsSecond: second.channelsSecond };
  },

  LayerNormalization(context) {
    const { graph, name, config } = context;
    const input = graph.inOrder(name, context.input);
    const rank = input.shape.length;
    const axes = asList(config["axis"])
      .map((axis) => (axis + rank) % rank)
      .toSorted((a, b) => a - b);
    const [first = rank - 1] = axes;
    if (axes.some((axis, index) => axis !== first + index) || axes.at(-1) !== rank - 1) {
      return context.refuse(`it normalizes the axes ${axes.join(", ")}, which are not the last ones`);
    }
    const values = axes.reduce((product, axis) => product * (input.shape[axis] as number), 1);
    const scale = context.weight("gamma") ?? filled(context, "gamma", values, 1);
    const beta = context.weight("beta");
    const inputs = [input.name, scale, ...(beta === undefined ? [] : [beta])];
    const attributes = { axis: first, epsilon: { float: config["epsilon"] as number } };
    return { name: context.node("LayerNormalization", inputs, attributes), channelsSecond: false };
  },
};

/** Stands for a weight that the layer goes without. */
function filled({ graph, name }: LayerContext, weight: string, length: number, value: number): string {
  return graph.floats(`${name}/${weight}`, new Float32Array(length).fill(value));
}
