import { layers } from "@tensorflow/tfjs-layers";
import { permute } from "../graph/permute.ts";
import { padsOf } from "../layers/padsOf.ts";
import type { OnnxTensor } from "../read/decodeTensor.ts";
import type { LoadedTensor } from "../read/Loaded.ts";
import type { NodeContext, NodeReader, NodeReaders, Weight } from "../read/NodeContext.ts";

/** Where a window slides: what its layer is told, on an input that has the zeros around it that the layer cannot put there. */
interface Sliding {
  readonly input: LoadedTensor;
  readonly kernel: number[];
  readonly settings: { readonly strides: number[]; readonly padding: "same" | "valid" };
  readonly dilations: number[];
}

function sliding(context: NodeContext, kernel: readonly number[]): Sliding {
  const input = context.channelsLast(context.input);
  const strides = context.list("strides") ?? kernel.map(() => 1);
  const dilations = context.list("dilations") ?? kernel.map(() => 1);
  const done = (padding: "same" | "valid", padded = input): Sliding => ({
    input: padded,
    kernel: [...kernel],
    settings: { strides, padding },
    dilations,
  });
  const auto = context.text("auto_pad", "NOTSET");
  if (auto === "VALID") return done("valid");
  if (auto === "SAME_UPPER") return done("same");
  if (auto !== "NOTSET") return context.refuse(`its auto_pad is ${auto}`);
  const pads = context.list("pads") ?? [];
  if (pads.every((length) => length === 0)) return done("valid");
  const sizes = input.symbol.shape.slice(1, -1);
  const same = padsOf({ padding: "same", sizes, kernel, strides, dilations })["pads"];
  if (Array.isArray(same) && same.join() === pads.join()) return done("same");
  if (kernel.length !== 2)
    return context.refuse(`its pads are ${pads.join(", ")}, which tfjs has for two axes only`);
  const [top = 0, left = 0, bottom = 0, right = 0] = pads;
  const layer = layers.zeroPadding2d(
    context.named({
      padding: [
        [top, bottom],
        [left, right],
      ] as [[number, number], [number, number]],
    }),
  );
  return done("valid", { ...input, symbol: context.apply(layer, input.symbol) });
}

const convolution: NodeReader = (context) => {
  const [filters, bias] = [context.stored(1), context.optional(2)];
  const [count = 0, depth = 0, ...kernel] = filters.shape;
  const group = context.number("group", 1);
  const { input, settings, dilations } = sliding(context, kernel);
  const useBias = bias !== undefined;
  const biases: Weight[] = bias ? [{ data: bias.data, shape: [count] }] : [];
  const drawn = { ...settings, kernelSize: kernel as never, useBias };
  if (group === 1) {
    const make =
      [layers.conv1d, layers.conv2d, layers.conv3d][kernel.length - 1] ??
      context.refuse(`it has ${kernel.length} axes`);
    const named = context.named({
      ...drawn,
      filters: count,
      dilationRate: dilations as never,
      kernelInitializer: "zeros" as const,
    });
    const layer = make(named);
    return {
      symbol: context.apply(layer, input.symbol, [windowFirst(filters), ...biases]),
      channelsLast: true,
    };
  }
  if (depth !== 1 || group !== input.symbol.shape.at(-1) || kernel.length !== 2) {
    return context.refuse(`it has ${group} groups, and tfjs has 1, or one for each channel of a picture`);
  }
  if (dilations.some((rate) => rate !== 1)) return context.refuse("it is dilated and has groups");
  const layer = layers.depthwiseConv2d(
    context.named({
      ...drawn,
      depthMultiplier: count / group,
      depthwiseInitializer: "zeros" as const,
    }) as never,
  );
  const each = windowFirst({
    ...filters,
    shape: [count / group, group, ...kernel],
    data: byMultiple(filters, group),
  });
  return { symbol: context.apply(layer, input.symbol, [each, ...biases]), channelsLast: true };
};

/** `[inputs * multiple, …]` to `[multiple, inputs, …]`. */
function byMultiple({ data, shape }: OnnxTensor, group: number): Float32Array {
  const [count = 0, , ...kernel] = shape;
  const size = kernel.reduce((product, length) => product * length, 1);
  return permute(Float32Array.from(data), [group, count / group, size], [1, 0, 2]);
}

/** `[filters, inputs, …window]` to `[…window, inputs, filters]`. */
function windowFirst({ data, shape }: Weight): Weight {
  const order = [...Array.from({ length: shape.length - 2 }, (_, axis) => axis + 2), 1, 0];
  return {
    data: permute(Float32Array.from(data), shape, order),
    shape: order.map((axis) => shape[axis] as number),
  };
}

function pooling(kind: "max" | "average"): NodeReader {
  return (context) => {
    const kernel = context.list("kernel_shape") ?? context.refuse("it has no kernel_shape");
    if ((context.list("dilations") ?? []).some((rate) => rate !== 1)) context.refuse("it is dilated");
    const { input, settings } = sliding(context, kernel);
    const padded = (context.list("pads") ?? []).some((length) => length !== 0);
    if (padded && settings.padding === "valid" && (kind === "average" || context.input.positive !== true)) {
      context.refuse(
        `its pads are ${context.list("pads")?.join(", ")}, which tfjs does not put around what it pools`,
      );
    }
    if (kind === "average" && padded && context.number("count_include_pad", 0) === 1)
      context.refuse("it counts its padding");
    if (context.number("ceil_mode", 0) === 1 && !fits(input, kernel, settings))
      context.refuse("its last window is cut off");
    const makers = {
      max: [layers.maxPooling1d, layers.maxPooling2d, layers.maxPooling3d],
      average: [layers.averagePooling1d, layers.averagePooling2d, layers.averagePooling3d],
    };
    const make = makers[kind][kernel.length - 1] ?? context.refuse(`it has ${kernel.length} axes`);
    const layer = make(context.named({ ...settings, poolSize: kernel }) as never);
    return { ...context.input, symbol: context.apply(layer, input.symbol), channelsLast: true };
  };
}

/** Whether windows cover an input without a rest, so that rounding up and down is the same. */
function fits(
  { symbol: { shape } }: LoadedTensor,
  kernel: readonly number[],
  { strides, padding }: Sliding["settings"],
): boolean {
  const sizes = shape.slice(1, -1);
  return (
    padding === "same" ||
    sizes.every(
      (size, axis) => size !== null && (size - (kernel[axis] as number)) % (strides[axis] as number) === 0,
    )
  );
}

const transposed: NodeReader = (context) => {
  const [filters, bias] = [context.stored(1), context.optional(2)];
  const [, count = 0, ...kernel] = filters.shape;
  if (kernel.length !== 2 || context.number("group", 1) !== 1)
    return context.refuse("it has groups, or not two axes");
  if ((context.list("dilations") ?? []).some((rate) => rate !== 1)) context.refuse("it is dilated");
  const auto = context.text("auto_pad", "NOTSET");
  if (auto !== "NOTSET" || context.list("output_shape"))
    return context.refuse(`its auto_pad is ${auto}, or it says its output's shape`);
  const strides = context.list("strides") ?? [1, 1];
  const surplus = kernel.map((length, axis) => length - (strides[axis] as number));
  const more = context.list("output_padding") ?? [0, 0];
  const pads = context.list("pads") ?? [0, 0, 0, 0];
  const fit = (cut: number[]): boolean => {
    const before = cut.map((length) => Math.floor(length / 2));
    const wanted = [...before, ...cut.map((length, axis) => length - (before[axis] as number))];
    return (
      wanted.join() === pads.join() && surplus.every((length, axis) => Math.max(-length, 0) === more[axis])
    );
  };
  const padding = fit([0, 0])
    ? "valid"
    : fit(surplus.map((length) => Math.max(length, 0)))
      ? "same"
      : undefined;
  if (padding === undefined)
    return context.refuse(`its pads are ${pads.join(", ")}, and tfjs has none, or those of "same"`);
  const input = context.channelsLast(context.input);
  const layer = layers.conv2dTranspose(
    context.named({
      filters: count,
      kernelSize: kernel as [number, number],
      strides: strides as [number, number],
      padding,
      useBias: bias !== undefined,
      kernelInitializer: "zeros" as const,
    }),
  );
  const weights = [windowFirst(filters), ...(bias ? [{ data: bias.data, shape: [count] }] : [])];
  return { symbol: context.apply(layer, input.symbol, weights), channelsLast: true };
};

/** What slides a window over pixels or steps. */
export const windowReaders: NodeReaders = {
  Conv: convolution,
  ConvTranspose: transposed,
  MaxPool: pooling("max"),
  AveragePool: pooling("average"),
};
