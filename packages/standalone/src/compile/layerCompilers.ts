import type { Weights } from "../weights/encodeWeights.ts";
import { activationOf } from "./activationOf.ts";
import type { CompileContext, LayerCompiler } from "./LayerCompiler.ts";
import { pairOf, requireNoDilation, windowOf } from "./windowOf.ts";

/** For what does nothing when a model predicts. */
const nothing: LayerCompiler = ({ inputs }) => inputs[0] ?? 0;

/** What each class of layers becomes. */
export const layerCompilers: Readonly<Record<string, LayerCompiler>> = {
  InputLayer: nothing,
  Dropout: nothing,
  SpatialDropout1D: nothing,
  AlphaDropout: nothing,
  GaussianDropout: nothing,
  GaussianNoise: nothing,
  // Values lie row by row, channels last, whatever their shape is called.
  Flatten: nothing,
  Reshape: nothing,
  Conv2D: convolution,
  DepthwiseConv2D: depthwise,
  SeparableConv2D: separable,
  Dense: dense,
  MaxPooling2D: (context) => pooling("maxPooling", context),
  AveragePooling2D: (context) => pooling("averagePooling", context),
  GlobalAveragePooling2D: (context) => globalPooling("globalAveragePooling", context),
  GlobalMaxPooling2D: (context) => globalPooling("globalMaxPooling", context),
  BatchNormalization: batchNormalization,
  Rescaling: rescaling,
  Activation: (context) => activation(context, context.config["activation"]),
  ReLU: relu,
  ELU: elu,
  Softmax: softmax,
  Add: ({ inputs, add }) => add({ kind: "addition", inputs }),
};

/** The bias of a layer that has one. */
function biasOf(bias: Weights | undefined, { store }: CompileContext): { readonly bias?: number } {
  return bias === undefined ? {} : { bias: store(bias) };
}

function convolution(context: CompileContext): number {
  const { weights, inputs, inputShapes, config, store, add } = context;
  const [kernel, bias] = weights as [Weights, Weights | undefined];
  const [height = 1, width = 1, channels = 1, filters = 1] = kernel.shape;
  requireNoDilation(context);
  if (channels !== inputShapes[0]?.at(-1)) throw new RangeError("groups");
  return add({
    kind: "convolution",
    input: inputs[0] ?? 0,
    ...windowOf(context, [height, width]),
    filters,
    kernel: store(kernel),
    ...biasOf(bias, context),
    activation: activationOf(config["activation"]),
  });
}

function depthwise(context: CompileContext): number {
  const [kernel, bias] = context.weights as [Weights, Weights | undefined];
  return convolveChannels(context, kernel, bias, context.config["activation"]);
}

function convolveChannels(
  context: CompileContext,
  { data, shape }: Weights,
  bias: Weights | undefined,
  named: unknown,
): number {
  const [height = 1, width = 1, channels = 1, multiplier = 1] = shape;
  requireNoDilation(context);
  const filters = channels * multiplier;
  return context.add({
    kind: "depthwise",
    input: context.inputs[0] ?? 0,
    ...windowOf(context, [height, width]),
    filters,
    // The last axis are the filters, each with a scale of its own.
    kernel: context.store({ data, shape: [height, width, filters] }),
    ...biasOf(bias, context),
    activation: activationOf(named),
  });
}

function separable(context: CompileContext): number {
  const { weights, config, outputShape, store, add } = context;
  const [kernel, points, bias] = weights as [Weights, Weights, Weights | undefined];
  const [rows = 0, columns = 0, filters = 0] = outputShape;
  return add({
    kind: "convolution",
    input: convolveChannels(context, kernel, undefined, "linear"),
    shape: [rows, columns, points.shape[2] ?? 1],
    size: [1, 1],
    strides: [1, 1],
    pad: [0, 0],
    output: [rows, columns],
    filters,
    kernel: store(points),
    ...biasOf(bias, context),
    activation: activationOf(config["activation"]),
  });
}

function dense(context: CompileContext): number {
  const { weights, inputs, config, store, add } = context;
  const [kernel, bias] = weights as [Weights, Weights | undefined];
  return add({
    kind: "dense",
    input: inputs[0] ?? 0,
    units: kernel.shape[1] ?? 1,
    kernel: store(kernel),
    ...biasOf(bias, context),
    activation: activationOf(config["activation"]),
  });
}

function pooling(kind: "maxPooling" | "averagePooling", context: CompileContext): number {
  const size = pairOf(context.config["poolSize"]);
  return context.add({ kind, input: context.inputs[0] ?? 0, ...windowOf(context, size) });
}

function globalPooling(
  kind: "globalAveragePooling" | "globalMaxPooling",
  { inputs, inputShapes, add }: CompileContext,
): number {
  return add({ kind, input: inputs[0] ?? 0, channels: inputShapes[0]?.at(-1) ?? 1 });
}

/** With the moving statistics, normalization is a multiplication and an addition. */
function batchNormalization({ weights, config, inputs, inputShapes, store, add }: CompileContext): number {
  const rank = (inputShapes[0]?.length ?? 0) + 1;
  const axis = Number(config["axis"] ?? -1);
  if (axis !== -1 && axis !== rank - 1) throw new RangeError("an axis that is not the last one");
  const left = [...weights];
  const gamma = config["scale"] === false ? undefined : left.shift();
  const beta = config["center"] === false ? undefined : left.shift();
  const [mean, variance] = left as [Weights, Weights];
  const epsilon = Number(config["epsilon"] ?? 1e-3);
  const scale = variance.data.map((value, at) => (gamma?.data[at] ?? 1) / Math.sqrt(value + epsilon));
  const offset = mean.data.map((value, at) => (beta?.data[at] ?? 0) - value * (scale[at] as number));
  const { shape } = mean;
  const places = { scale: store({ data: scale, shape }), offset: store({ data: offset, shape }) };
  return add({ kind: "scale", input: inputs[0] ?? 0, ...places });
}

function rescaling({ config, inputs, store, add }: CompileContext): number {
  const places = {
    scale: store(numbers(config["scale"])),
    offset: store(numbers(config["offset"] ?? 0)),
  };
  return add({ kind: "scale", input: inputs[0] ?? 0, ...places });
}

/** A number for all channels, or a list of one for each. */
export function numbers(value: unknown): Weights {
  const data = Float32Array.from(Array.isArray(value) ? value.map(Number) : [Number(value)]);
  return { data, shape: [data.length] };
}

function activation({ inputs, inputShapes, add }: CompileContext, named: unknown): number {
  const channels = inputShapes[0]?.at(-1) ?? 1;
  return add({ kind: "activation", input: inputs[0] ?? 0, activation: activationOf(named), channels });
}

function relu(context: CompileContext): number {
  const most = context.config["maxValue"] ?? undefined;
  if (most !== undefined && most !== 6) throw new RangeError("a largest value other than 6");
  return activation(context, most === 6 ? "relu6" : "relu");
}

function softmax(context: CompileContext): number {
  const axis = Number(context.config["axis"] ?? -1);
  if (axis !== -1 && axis !== context.inputShapes[0]?.length)
    throw new RangeError("an axis that is not the last one");
  return activation(context, "softmax");
}

function elu(context: CompileContext): number {
  if (Number(context.config["alpha"] ?? 1) !== 1) throw new RangeError("an alpha other than 1");
  return activation(context, "elu");
}
