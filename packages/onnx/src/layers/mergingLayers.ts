import type { Value } from "../graph/Value.ts";
import { axisOf } from "./axisOf.ts";
import type { LayerContext, LayerWriter, LayerWriters } from "./LayerContext.ts";

function merging(operator: string): LayerWriter {
  return (context) => {
    const inputs = sameRank(context, alike(context));
    const names = inputs.map(({ name }) => name);
    const channelsSecond = inputs[0]?.channelsSecond === true;
    const [first = "", ...rest] = names;
    const result = pairwise.has(operator)
      ? rest.reduce((sum, name) => context.node(operator, [sum, name]), first)
      : context.node(operator, names);
    return { name: result, channelsSecond };
  };
}

/** Operators that take two inputs, not any number. */
const pairwise: ReadonlySet<string> = new Set(["Add", "Mul"]);

/** Layers that make one of several inputs. */
export const mergingLayers: LayerWriters = {
  Add: merging("Add"),
  Multiply: merging("Mul"),
  Average: merging("Mean"),
  Maximum: merging("Max"),
  Minimum: merging("Min"),

  Concatenate(context) {
    const inputs = alike(context);
    const [first] = inputs as [Value];
    const axis = axisOf(first, (context.config["axis"] as number | undefined) ?? -1);
    const names = inputs.map(({ name }) => name);
    return { name: context.node("Concat", names, { axis }), channelsSecond: first.channelsSecond };
  },
};

/** All inputs in one order of axes: with channels second where one is, so that a network of convolutions stays in it. */
function alike({ graph, name, inputs }: LayerContext): Value[] {
  const ranks = new Set(inputs.map(({ shape }) => shape.length));
  const second = ranks.size === 1 && inputs.some(({ channelsSecond }) => channelsSecond);
  return inputs.map((value) => (second ? graph.channelsSecond(name, value) : graph.inOrder(name, value)));
}

/** tfjs puts axes of one element behind the batch of inputs that have fewer axes than others; ONNX would put them before it. */
function sameRank(context: LayerContext, inputs: readonly Value[]): readonly Value[] {
  const rank = Math.max(...inputs.map(({ shape }) => shape.length));
  return inputs.map((value) => {
    const missing = rank - value.shape.length;
    if (missing === 0) return value;
    const axes = context.graph.integers(
      `${context.name}/axes`,
      Array.from({ length: missing }, (_, index) => index + 1),
    );
    return { ...value, name: context.node("Unsqueeze", [value.name, axes]) };
  });
}
