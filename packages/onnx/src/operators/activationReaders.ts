import { layers } from "@tensorflow/tfjs-layers";
import { isTensor, type LoadedTensor } from "../read/Loaded.ts";
import type { Layer, NodeContext, NodeReader, NodeReaders } from "../read/NodeContext.ts";

type Activation = Parameters<typeof layers.activation>[0]["activation"];

/** An operator that treats each number alone, whatever the order of the axes is. */
function activation(name: string, positive = false): NodeReader {
  return (context) => {
    const layer = layers.activation(context.named({ activation: name as Activation }));
    return { ...context.input, symbol: context.apply(layer, context.input.symbol), positive };
  };
}

/** Refuses a setting that tfjs has fixed. */
function fixed(context: NodeContext, name: string, value: number): void {
  const given = context.number(name, value);
  if (Math.abs(given - value) > 1e-6) context.refuse(`its ${name} is ${given}, and tfjs has ${value}`);
}

function softmax(name: string): NodeReader {
  return (context) => {
    const rank = context.input.symbol.shape.length;
    // Until opset 13 it went over this axis and all behind it.
    const axis = (context.number("axis", context.opset < 13 ? 1 : -1) + rank) % rank;
    const last = axis === 1 ? context.channelsLast(context.input) : context.fileOrder(context.input);
    if (axis !== rank - 1 && !last.channelsLast)
      context.refuse(`it goes over axis ${axis}, and tfjs can do it over the last`);
    if (context.opset < 13 && axis !== rank - 1)
      context.refuse(`it goes over axis ${axis} and those behind it`);
    return {
      ...last,
      symbol: context.apply(
        layers.activation(context.named({ activation: name as Activation })),
        last.symbol,
      ),
      positive: name === "softmax",
    };
  };
}

/** Activations, and what is left out. */
export const activationReaders: NodeReaders = {
  Relu: activation("relu", true),
  Sigmoid: activation("sigmoid", true),
  Softplus: activation("softplus", true),
  Tanh: activation("tanh"),
  Softsign: activation("softsign"),
  Mish: activation("mish"),
  Softmax: softmax("softmax"),
  LogSoftmax: softmax("logSoftmax"),

  Elu(context) {
    fixed(context, "alpha", 1);
    return activation("elu")(context);
  },

  Selu(context) {
    fixed(context, "alpha", 1.6732632);
    fixed(context, "gamma", 1.050701);
    return activation("selu")(context);
  },

  HardSigmoid(context) {
    fixed(context, "alpha", 0.2);
    fixed(context, "beta", 0.5);
    return activation("hardSigmoid", true)(context);
  },

  Gelu: (context) =>
    activation(context.text("approximate", "none") === "tanh" ? "gelu_new" : "gelu")(context),

  LeakyRelu: (context) =>
    withLayer(context, layers.leakyReLU(context.named({ alpha: context.number("alpha", 0.01) }))),

  ThresholdedRelu: (context) =>
    withLayer(context, layers.thresholdedReLU(context.named({ theta: context.number("alpha", 1) }))),

  Clip(context) {
    const [least, most] = ["min", "max"].map((name, index) =>
      context.number(name, context.optional(index + 1)?.data[0] ?? Number.NaN),
    ) as [number, number];
    if (least !== 0 || Number.isNaN(most)) {
      context.refuse(`it clips to ${least} and ${most}, and tfjs has layers for 0 and a highest value`);
    }
    return { ...withLayer(context, layers.reLU(context.named({ maxValue: most }))), positive: true };
  },

  PRelu(context) {
    const slopes = context.stored(1);
    const rank = context.input.symbol.shape.length;
    const each = [...Array.from({ length: rank - 1 - slopes.shape.length }, () => 1), ...slopes.shape].slice(
      1 - rank,
    );
    // One slope a channel, as networks of convolutions have it, stays where channels are last.
    const ofChannels = each.slice(1).every((length) => length === 1);
    const input = ofChannels ? context.channelsLast(context.input) : context.fileOrder(context.input);
    const shape = ofChannels ? [...each.slice(1), each[0] as number] : each;
    const lengths = input.symbol.shape.slice(1);
    const sharedAxes = shape.flatMap((length, axis) =>
      length === 1 && lengths[axis] !== 1 ? [axis + 1] : [],
    );
    if (shape.some((length, axis) => length !== 1 && length !== lengths[axis])) {
      context.refuse(`its slopes have the shape [${slopes.shape.join(", ")}]`);
    }
    const layer = layers.prelu(context.named({ sharedAxes }));
    const symbol = context.apply(layer, input.symbol, [{ data: slopes.data, shape }]);
    return { ...input, symbol, positive: false };
  },

  Identity: (context) => context.inputs[0] ?? context.refuse("it has no input"),

  Dropout(context) {
    if (context.optional(2)?.data[0]) context.refuse("it drops values although nothing is trained");
    return context.input;
  },

  Cast(context) {
    const [input] = context.inputs;
    const [FLOAT, INT32, INT64] = [1, 6, 7];
    const to = context.number("to", FLOAT);
    if (input && !isTensor(input)) return input;
    // What comes into the model as a row of a table is a whole number already.
    const whole = context.input.symbol.sourceLayer.getClassName() === "InputLayer";
    if (to !== FLOAT && !(whole && (to === INT32 || to === INT64))) context.refuse("it changes numbers");
    return context.input;
  },
};

function withLayer(context: NodeContext, layer: Layer): LoadedTensor {
  return { ...context.input, symbol: context.apply(layer, context.input.symbol), positive: false };
}
