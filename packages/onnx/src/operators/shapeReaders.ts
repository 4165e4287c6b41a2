import { layers } from "@tensorflow/tfjs-layers";
import type { OnnxTensor } from "../read/decodeTensor.ts";
import { fileShape, isTensor, type Loaded, type LoadedTensor } from "../read/Loaded.ts";
import type { NodeContext, NodeReaders } from "../read/NodeContext.ts";

/** What only moves numbers; and what computes shapes, where the length of the batch is -1. */
export const shapeReaders: NodeReaders = {
  Constant(context) {
    const value = context.node.attributes.get("value");
    if (typeof value === "object" && "data" in value) return value;
    const numbers = ["value_ints", "value_floats"]
      .map((name) => context.list(name))
      .find((list) => list !== undefined);
    if (numbers) return { name: "", shape: [numbers.length], data: numbers };
    const number = context.number("value_int", context.number("value_float", Number.NaN));
    if (Number.isNaN(number)) context.refuse("it holds no numbers");
    return { name: "", shape: [], data: [number] };
  },

  Shape: (context) =>
    listOf(fileShape(context.input).map((length, axis) => (axis === 0 ? -1 : (length ?? -1)))),

  Flatten(context) {
    if (context.number("axis", 1) !== 1) context.refuse("its axis is not 1");
    return flat(context, context.input);
  },

  Reshape(context) {
    const input = context.input;
    const before = fileShape(input);
    const [batch, ...lengths] = [...context.stored(1).data].map((length, axis) =>
      length === 0 ? (before[axis] ?? -1) : length,
    );
    // A file without a free batch says its own.
    if (batch !== -1 && batch !== before[0] && batch !== context.batch) {
      context.refuse(`it makes ${batch} samples of a batch`);
    }
    const size = sizeOf(before.slice(1));
    const wanted = sizeOf(lengths);
    if (lengths.length === 0 || (size !== undefined && wanted !== undefined && size !== wanted)) {
      context.refuse("it changes how many samples there are");
    }
    if (lengths.length === 1) return flat(context, input);
    const { symbol } = context.fileOrder(input);
    return {
      ...input,
      symbol: context.apply(layers.reshape(context.named({ targetShape: lengths })), symbol),
      channelsLast: false,
    };
  },

  Transpose(context) {
    const input = context.input;
    const rank = input.symbol.shape.length;
    const perm = context.list("perm") ?? Array.from({ length: rank }, (_, axis) => rank - 1 - axis);
    if (perm[0] !== 0) context.refuse("it moves the batch");
    const axes = Array.from({ length: rank - 2 }, (_, axis) => axis + 1);
    // From channels last to channels second and back: the same tensor, seen otherwise.
    if (!input.channelsLast && rank > 2 && perm.join() === [0, rank - 1, ...axes].join())
      return { ...input, channelsLast: true };
    if (input.channelsLast && perm.join() === [0, ...axes.map((axis) => axis + 1), 1].join())
      return { ...input, channelsLast: false };
    const dims = perm.slice(1);
    return {
      ...input,
      symbol: context.apply(layers.permute(context.named({ dims })), context.fileOrder(input).symbol),
      channelsLast: false,
    };
  },

  Squeeze: (context) =>
    withAxes(context, (before, axes) => {
      const rank = before.length;
      const gone = new Set(axes.map((axis) => (axis + rank) % rank));
      return before.filter((_, axis) => !gone.has(axis));
    }),

  Unsqueeze: (context) =>
    withAxes(context, (before, axes) => {
      const rank = before.length + axes.length;
      const after = [...before];
      for (const axis of axes.map((each) => (each + rank) % rank).toSorted((a, b) => a - b))
        after.splice(axis, 0, 1);
      return after;
    }),

  Slice(context) {
    const [from] = context.inputs;
    if (!from || isTensor(from) || from.shape.length !== 1)
      return context.refuse("it takes from what is computed");
    const [start = 0, end = 0, , step = 1] = ["starts", "ends", "axes", "steps"].map(
      (name, index) => context.list(name, index + 1)?.[0],
    );
    if (step !== 1) context.refuse(`its step is ${step}`);
    return listOf([...from.data].slice(start, end));
  },

  Pad(context) {
    const pads = context.list("pads", 1) ?? [];
    if (
      context.text("mode", "constant") !== "constant" ||
      (context.optional(2)?.data[0] ?? 0) !== 0 ||
      context.inputs[3]
    ) {
      context.refuse("it pads with something else than zeros");
    }
    const rank = context.input.symbol.shape.length;
    const padded = pads
      .slice(0, rank)
      .flatMap((before, axis) => (before === 0 && pads[axis + rank] === 0 ? [] : [axis]));
    const fits = (first: number): boolean => padded.every((axis) => axis === first || axis === first + 1);
    const first = fits(2) ? 2 : 1;
    if (rank !== 4 || !fits(first))
      context.refuse("it pads something else than height and width of pictures");
    const padding = [first, first + 1].map((axis) => [pads[axis], pads[axis + rank]]) as [
      [number, number],
      [number, number],
    ];
    const input = first === 2 ? context.channelsLast(context.input) : context.fileOrder(context.input);
    return {
      ...input,
      symbol: context.apply(layers.zeroPadding2d(context.named({ padding })), input.symbol),
    };
  },

  Resize(context) {
    const input = context.channelsLast(context.input);
    const [batch, channels, ...size] = context.list("scales", 2) ?? [];
    const nearest = context.text("mode", "nearest") === "nearest";
    const mode = context.text("coordinate_transformation_mode", "half_pixel");
    if (
      batch !== 1 ||
      channels !== 1 ||
      size.length !== 2 ||
      size.some((scale) => !Number.isInteger(scale) || scale < 1)
    ) {
      context.refuse("it is not told to enlarge height and width by whole numbers");
    }
    const rounding = context.text("nearest_mode", "round_prefer_floor");
    // Enlarged by a whole number, these are the same; all others move the picture.
    const known = nearest
      ? [`asymmetric, floor`, `half_pixel, round_prefer_floor`, `half_pixel, round_prefer_ceil`]
      : [`asymmetric, ${rounding}`];
    if (!known.includes(`${mode}, ${rounding}`)) {
      context.refuse(`its coordinate_transformation_mode is ${mode}, its nearest_mode ${rounding}`);
    }
    const layer = layers.upSampling2d(
      context.named({ size, interpolation: nearest ? ("nearest" as const) : ("bilinear" as const) }),
    );
    return { ...input, symbol: context.apply(layer, input.symbol) };
  },
};

/** How many numbers a shape has; nothing where a length is open. */
function sizeOf(lengths: readonly (number | null)[]): number | undefined {
  if (lengths.some((length) => length === null || length < 0)) return undefined;
  return lengths.reduce<number>((product, length) => product * (length ?? 1), 1);
}

/** One row a sample; nothing is done to what is one. */
function flat(context: NodeContext, input: LoadedTensor): LoadedTensor {
  const { shape } = input.symbol;
  if (shape.length === 2) return input;
  // Pixels of one place are in the same order either way.
  const { symbol } = shape.slice(1, -1).every((length) => length === 1) ? input : context.fileOrder(input);
  return { ...input, symbol: context.apply(layers.flatten(context.named({})), symbol), channelsLast: false };
}

function withAxes(
  context: NodeContext,
  change: (before: number[], axes: readonly number[]) => number[],
): Loaded {
  const [input] = context.inputs;
  const axes = context.list("axes", 1);
  if (!input || !axes) return context.refuse("it does not say its axes");
  if (!isTensor(input)) return { ...input, shape: change([...input.shape], axes) };
  const before = fileShape(input);
  // The batch is found again by a number that no other axis has.
  const [batch, ...lengths] = change([-2, ...before.slice(1).map((length) => length ?? -1)], axes);
  if (batch !== -2) context.refuse("it changes the axis of the batch");
  const { symbol } = context.fileOrder(input);
  const layer = layers.reshape(context.named({ targetShape: lengths }));
  return { ...input, symbol: context.apply(layer, symbol), channelsLast: false };
}

function listOf(data: readonly number[]): OnnxTensor {
  return { name: "", shape: [data.length], data };
}
