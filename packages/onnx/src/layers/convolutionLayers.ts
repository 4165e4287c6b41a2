import type { WeightValues } from "../graph/GraphBuilder.ts";
import { permute } from "../graph/permute.ts";
import { activate } from "./activate.ts";
import { asList } from "./asList.ts";
import type { LayerContext, LayerWriter, LayerWriters } from "./LayerContext.ts";
import { padsOf } from "./padsOf.ts";
import { type Spatial, spatial, spatialOutput } from "./spatial.ts";

const convolution: LayerWriter = (context) => {
  if (context.config["padding"] === "causal")
    return context.refuse("tfjs itself cannot compute its causal padding");
  const place = spatial(context);
  const kernel = context.weight("kernel", filtersFirst) as string;
  return finish(context, place, convolve(context, place, place.input.name, [kernel, ...biasOf(context)], 1));
};

const transposed: LayerWriter = (context) => {
  const { config } = context;
  const place = spatial(context);
  const kernel = context.weight("kernel", inputsFirst) as string;
  const sizes = asList(config["kernelSize"]);
  const strides = asList(config["strides"]);
  // As the gradient of a convolution, which is what TensorFlow means by it.
  const surplus = sizes.map((size, axis) => size - (strides[axis] as number));
  const cut = surplus.map((length) => (config["padding"] === "same" ? Math.max(length, 0) : 0));
  const before = cut.map((length) => Math.floor(length / 2));
  const result = context.node("ConvTranspose", [place.input.name, kernel, ...biasOf(context)], {
    kernel_shape: sizes,
    strides,
    pads: [...before, ...cut.map((length, axis) => length - (before[axis] as number))],
    output_padding: surplus.map((length) => Math.max(-length, 0)),
  });
  return finish(context, place, result);
};

/** Convolutions of all kinds. */
export const convolutionLayers: LayerWriters = {
  Conv1D: convolution,
  Conv2D: convolution,
  Conv3D: convolution,
  Conv2DTranspose: transposed,
  Conv3DTranspose: transposed,

  DepthwiseConv2D(context) {
    if (asList(context.config["dilationRate"]).some((rate) => rate !== 1)) {
      return context.refuse("tfjs itself leaves its dilationRate out");
    }
    const place = spatial(context);
    const kernel = context.weight("depthwise_kernel", depthwiseFilters) as string;
    const inputs = [kernel, ...biasOf(context)];
    return finish(context, place, convolve(context, place, place.input.name, inputs, place.channels));
  },

  SeparableConv2D(context) {
    const place = spatial(context);
    const depthwise = context.weight("depthwise_kernel", depthwiseFilters) as string;
    const pointwise = context.weight("pointwise_kernel", filtersFirst) as string;
    const between = convolve(context, place, place.input.name, [depthwise], place.channels);
    return finish(context, place, context.node("Conv", [between, pointwise, ...biasOf(context)]));
  },
};

function convolve(
  context: LayerContext,
  { sizes }: Spatial,
  input: string,
  weights: readonly string[],
  group: number,
): string {
  const { config } = context;
  const kernel = asList(config["kernelSize"]);
  const strides = asList(config["strides"]);
  const dilations = asList(config["dilationRate"] ?? kernel.map(() => 1));
  return context.node("Conv", [input, ...weights], {
    kernel_shape: kernel,
    strides,
    dilations,
    group,
    ...padsOf({ padding: String(config["padding"]), sizes, kernel, strides, dilations }),
  });
}

function finish(context: LayerContext, place: Spatial, result: string) {
  return activate(context, context.config["activation"], spatialOutput(place, result));
}

function biasOf(context: LayerContext): string[] {
  const bias = context.weight("bias");
  return bias === undefined ? [] : [bias];
}

/** `[…window, inputs, filters]` to `[filters, inputs, …window]`. */
function filtersFirst({ data, shape }: WeightValues): WeightValues {
  const rank = shape.length;
  return inOrder(data, shape, [rank - 1, rank - 2]);
}

/** `[…window, filters, inputs]` of a transposed convolution to `[inputs, filters, …window]`. */
const inputsFirst = filtersFirst;

/** `[height, width, inputs, filters for each]` to `[inputs * filters for each, 1, height, width]`. */
function depthwiseFilters({ data, shape }: WeightValues): WeightValues {
  const ordered = inOrder(data, shape, [2, 3]);
  const [inputs = 1, filters = 1, ...window] = ordered.shape;
  return { data: ordered.data, shape: [inputs * filters, 1, ...window] };
}

function inOrder(data: Float32Array, shape: readonly number[], front: readonly number[]): WeightValues {
  const order = [...front, ...shape.keys()].slice(0, shape.length);
  return { data: permute(data, shape, order), shape: order.map((axis) => shape[axis] as number) };
}
