import type { Attributes } from "../graph/OnnxNode.ts";
import { axisOf } from "./axisOf.ts";
import type { LayerContext, Output } from "./LayerContext.ts";

/** Activations that are one operator, with its attributes. */
const operators: Readonly<Record<string, readonly [operator: string, attributes?: Attributes]>> = {
  elu: ["Elu"],
  gelu: ["Gelu"],
  gelu_new: ["Gelu", { approximate: "tanh" }],
  hardSigmoid: ["HardSigmoid", { alpha: { float: 0.2 }, beta: { float: 0.5 } }],
  mish: ["Mish"],
  relu: ["Relu"],
  selu: ["Selu"],
  sigmoid: ["Sigmoid"],
  softplus: ["Softplus"],
  softsign: ["Softsign"],
  tanh: ["Tanh"],
};

/**
 * Writes an activation after what a layer has computed.
 *
 * @param setting its name in the configuration of the layer
 * @param output what the layer has computed, of the shape of its first output
 */
export function activate(
  context: LayerContext,
  setting: unknown,
  output: Output,
): Output | readonly Output[] {
  const given = setting ?? "linear";
  const name = typeof given === "string" ? given : JSON.stringify(given);
  const { name: input, channelsSecond } = output;
  const done = (result: string): Output => ({ name: result, channelsSecond });
  const [operator, attributes] = operators[name] ?? [];
  if (operator !== undefined) return done(context.node(operator, [input], attributes));
  switch (name) {
    case "linear":
      return output;
    case "relu6":
      return done(clip(context, input, 6));
    case "softmax":
    case "logSoftmax": {
      const axis = axisOf({ ...output, shape: context.outputShapes[0] ?? [] }, -1);
      return done(context.node(name === "softmax" ? "Softmax" : "LogSoftmax", [input], { axis }));
    }
    case "swish":
      return done(context.node("Mul", [input, context.node("Sigmoid", [input])]));
    default:
      return context.refuse(`the activation ${name} has no counterpart`);
  }
}

/** From 0 to a highest value. */
export function clip(context: LayerContext, input: string, highest: number): string {
  const bounds = [0, highest].map((bound) => context.graph.floats(`${context.name}/bound`, [bound], []));
  return context.node("Clip", [input, ...bounds]);
}
