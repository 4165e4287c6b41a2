import { activate, clip } from "./activate.ts";
import { asList } from "./asList.ts";
import { axisOf } from "./axisOf.ts";
import type { LayerWriters } from "./LayerContext.ts";

/** Layers that are activations. */
export const activationLayers: LayerWriters = {
  Activation: (context) => activate(context, context.config["activation"], context.input),
  ELU: (context) => context.same("Elu", { alpha: { float: context.config["alpha"] as number } }),
  LeakyReLU: (context) => context.same("LeakyRelu", { alpha: { float: context.config["alpha"] as number } }),
  ThresholdedReLU: (context) =>
    context.same("ThresholdedRelu", { alpha: { float: context.config["theta"] as number } }),

  ReLU(context) {
    const highest = context.config["maxValue"];
    if (typeof highest !== "number") return context.same("Relu");
    return { ...context.input, name: clip(context, context.input.name, highest) };
  },

  PReLU(context) {
    // The slopes have the order of the model.
    const input = context.graph.inOrder(context.name, context.input);
    const slopes = context.weight("alpha") as string;
    return { name: context.node("PRelu", [input.name, slopes]), channelsSecond: false };
  },

  Softmax(context) {
    const [axis = -1, ...more] = asList(context.config["axis"]);
    if (more.length > 0) return context.refuse("it goes over several axes");
    return context.same("Softmax", { axis: axisOf(context.input, axis) });
  },
};
