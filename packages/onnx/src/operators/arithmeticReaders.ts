import { layers, type SymbolicTensor } from "@tensorflow/tfjs-layers";
import type { OnnxTensor } from "../read/decodeTensor.ts";
import { fileShape, isTensor, type LoadedTensor } from "../read/Loaded.ts";
import type { Layer, NodeContext, NodeReader, NodeReaders } from "../read/NodeContext.ts";

type Merge = (settings: { name: string }) => Layer;

function merging(make: Merge): NodeReader {
  return (context) => {
    const inputs = alike(
      context,
      context.inputs.map((_, place) => context.tensor(place)),
    );
    return { ...(inputs[0] as LoadedTensor), symbol: merged(context, make, inputs), positive: false };
  };
}

function merged(context: NodeContext, make: Merge, inputs: readonly LoadedTensor[]): SymbolicTensor {
  return context.apply(
    make(context.named({})),
    inputs.map(({ symbol }) => symbol),
  );
}

/** All in one order, with channels last where one has them so. Shapes of fewer axes are aligned at other ends by ONNX and by tfjs. */
function alike(context: NodeContext, inputs: readonly LoadedTensor[]): LoadedTensor[] {
  const ranks = new Set(inputs.map(({ symbol }) => symbol.shape.length));
  if (ranks.size > 1) context.refuse("its inputs have different numbers of axes");
  const last = inputs.some(({ channelsLast }) => channelsLast);
  return inputs.map((input) => (last ? context.channelsLast(input) : context.fileOrder(input)));
}

/** What a stored number, or one a channel, does to what is computed: `value * factor + term`. */
interface Affine {
  readonly factor: (stored: number) => number;
  readonly term: (stored: number) => number;
}

const [one, zero, same] = [() => 1, () => 0, (stored: number) => stored];

function arithmetic(
  make: Merge | undefined,
  behind: Affine | undefined,
  before: Affine | undefined,
): NodeReader {
  return (context) => {
    const [left, right] = context.inputs;
    if (isTensor(left) && isTensor(right))
      return make ? merging(make)(context) : context.refuse("both of its inputs are computed");
    const [value, stored] = isTensor(left)
      ? [left, context.stored(1)]
      : [context.tensor(1), context.stored(0)];
    const affine = (isTensor(left) ? behind : before) ?? context.refuse("it divides a stored number");
    return scaled(context, value, stored, affine);
  };
}

function scaled(
  context: NodeContext,
  value: LoadedTensor,
  stored: OnnxTensor,
  { factor, term }: Affine,
): LoadedTensor {
  if (stored.data.length === 1) {
    const [number] = stored.data as [number];
    const layer = layers.rescaling(context.named({ scale: factor(number), offset: term(number) }));
    return { ...value, symbol: context.apply(layer, value.symbol), positive: false };
  }
  const rank = value.symbol.shape.length;
  const axis = stored.shape.findIndex((length) => length !== 1) - stored.shape.length + rank;
  // One axis alone, and one that can be the last.
  if (stored.shape[axis + stored.shape.length - rank] !== stored.data.length)
    context.refuse(`its numbers have the shape [${stored.shape.join(", ")}]`);
  const turned =
    axis === rank - 1
      ? context.fileOrder(value)
      : axis === 1
        ? context.channelsLast(value)
        : context.refuse(`its numbers belong to axis ${axis}`);
  if (fileShape(turned)[axis] !== stored.data.length)
    context.refuse("its numbers are more than its input has");
  const numbers = [...stored.data];
  const shape = [numbers.length];
  // Normalization by what changes nothing is all that tfjs-layers has for a number a channel.
  const weights = [numbers.map(factor), numbers.map(term), numbers.map(zero), numbers.map(one)].map(
    (data) => ({ data, shape }),
  );
  const layer = layers.batchNormalization(context.named({ epsilon: 0 }));
  return { ...turned, symbol: context.apply(layer, turned.symbol, weights), positive: false };
}

/** Sums, products and the like, of what is computed and of what is stored. */
export const arithmeticReaders: NodeReaders = {
  Add: arithmetic(layers.add, { factor: one, term: same }, { factor: one, term: same }),
  Sub: arithmetic(undefined, { factor: one, term: (stored) => -stored }, { factor: () => -1, term: same }),
  Mul: arithmetic(layers.multiply, { factor: same, term: zero }, { factor: same, term: zero }),
  Div: arithmetic(undefined, { factor: (stored) => 1 / stored, term: zero }, undefined),
  Sum: merging(layers.add),
  Mean: merging(layers.average),
  Max: merging(layers.maximum),
  Min: merging(layers.minimum),

  Concat(context) {
    const stored = context.inputs.filter((input) => input !== undefined && !isTensor(input)) as OnnxTensor[];
    if (stored.length === context.inputs.length && stored.every(({ shape }) => shape.length === 1)) {
      const data = stored.flatMap((list) => [...list.data]);
      return { name: "", shape: [data.length], data };
    }
    const inputs = alike(
      context,
      context.inputs.map((_, place) => context.tensor(place)),
    );
    const [first] = inputs as [LoadedTensor];
    const rank = first.symbol.shape.length;
    const axis = (context.number("axis", 1) + rank) % rank;
    if (axis === 0) context.refuse("it joins batches");
    const place = !first.channelsLast ? axis : axis === 1 ? rank - 1 : axis - 1;
    return {
      ...first,
      symbol: context.apply(
        layers.concatenate(context.named({ axis: place })),
        inputs.map(({ symbol }) => symbol),
      ),
      positive: false,
    };
  },
};
