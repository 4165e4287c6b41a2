import type { Value } from "../graph/Value.ts";
import type { Layer, LayerWriters } from "./LayerContext.ts";

/** Layers around another one, but for the recurrent ones. */
export const wrapperLayers: LayerWriters = {
  TimeDistributed(context) {
    const { graph, name, outputShapes } = context;
    const [, steps, ...rest] = context.input.shape;
    const [, , ...after] = outputShapes[0] ?? [];
    if ([steps, ...rest, ...after].some((length) => length === null)) {
      return context.refuse("the length of its input is not fixed");
    }
    // Each step is a sample of its own for the layer inside.
    const reshape = (value: string, lengths: readonly (number | null | undefined)[]) => {
      const shape = graph.integers(`${name}/shape`, [-1, ...(lengths as number[])]);
      return context.node("Reshape", [value, shape]);
    };
    const step: Value = {
      name: reshape(graph.inOrder(name, context.input).name, rest),
      shape: [null, ...rest],
      channelsSecond: false,
    };
    const [result] = context.write(context.inner as Layer, [step]) as [Value];
    return { name: reshape(graph.inOrder(name, result).name, [steps, ...after]), channelsSecond: false };
  },
};
