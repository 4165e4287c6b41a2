import { layers } from "@tensorflow/tfjs-layers";
import { permute } from "../graph/permute.ts";
import type { OnnxTensor } from "../read/decodeTensor.ts";
import { type LoadedTensor, isTensor } from "../read/Loaded.ts";
import type { NodeContext, NodeReaders } from "../read/NodeContext.ts";

/** Products with a stored matrix, and look-ups in one. */
export const productReaders: NodeReaders = {
  Gemm(context) {
    for (const factor of ["alpha", "beta"]) {
      if (context.number(factor, 1) !== 1) context.refuse(`its ${factor} is not 1`);
    }
    if (context.number("transA", 0) !== 0) context.refuse("its input is transposed");
    return dense(context, context.stored(1), context.number("transB", 0) !== 0, context.optional(2));
  },

  MatMul: (context) => dense(context, context.stored(1), false, undefined),

  Gather(context) {
    const [table, rows] = [context.inputs[0], context.inputs[1]];
    if (!table || isTensor(table) || context.number("axis", 0) !== 0)
      return context.refuse("it takes from what is computed");
    if (!isTensor(rows)) return taken(table, context.stored(1));
    const [inputDim = 0, outputDim = 0] = table.shape;
    if (table.shape.length !== 2) context.refuse(`its table has ${table.shape.length} axes`);
    const layer = layers.embedding(
      context.named({ inputDim, outputDim, embeddingsInitializer: "zeros" as const }),
    );
    return { symbol: context.apply(layer, context.fileOrder(rows).symbol, [table]), channelsLast: false };
  },
};

function dense(
  context: NodeContext,
  matrix: OnnxTensor,
  turned: boolean,
  bias: OnnxTensor | undefined,
): LoadedTensor {
  if (matrix.shape.length !== 2) context.refuse(`its matrix has ${matrix.shape.length} axes`);
  const input = context.fileOrder(context.input);
  const shape = turned ? matrix.shape.toReversed() : matrix.shape;
  const data = turned ? permute(Float32Array.from(matrix.data), matrix.shape, [1, 0]) : matrix.data;
  const units = shape[1] as number;
  if (bias && bias.data.length !== units)
    context.refuse(`its bias has ${bias.data.length} numbers for ${units} units`);
  const layer = layers.dense(
    context.named({ units, useBias: bias !== undefined, kernelInitializer: "zeros" as const }),
  );
  const weights = [{ data, shape }, ...(bias ? [{ data: bias.data, shape: [units] }] : [])];
  return { symbol: context.apply(layer, input.symbol, weights), channelsLast: false };
}

/** Rows of stored numbers, as of a shape. */
function taken(table: OnnxTensor, { data: rows, shape }: OnnxTensor): OnnxTensor {
  const [count = 0, ...rest] = table.shape;
  const size = rest.reduce((product, length) => product * length, 1);
  const numbers = [...rows].flatMap((row) => {
    const start = (row < 0 ? row + count : row) * size;
    return Array.from(table.data.slice(start, start + size));
  });
  return { name: table.name, shape: [...shape, ...rest], data: numbers };
}
