import { activate } from "./activate.ts";
import type { LayerWriters } from "./LayerContext.ts";

/** Products with a matrix, and the look-up that stands for one. */
export const denseLayers: LayerWriters = {
  Dense(context) {
    const { graph, name, config } = context;
    const input = graph.inOrder(name, context.input);
    const kernel = context.weight("kernel") as string;
    const bias = context.weight("bias");
    const added = bias === undefined ? [] : [bias];
    let result: string;
    if (input.shape.length === 2) result = context.node("Gemm", [input.name, kernel, ...added]);
    else {
      result = context.node("MatMul", [input.name, kernel]);
      if (bias !== undefined) result = context.node("Add", [result, bias]);
    }
    return activate(context, config["activation"], { name: result, channelsSecond: false });
  },

  Embedding(context) {
    if (context.config["maskZero"] === true)
      return context.refuse("ONNX knows no masks, which maskZero makes");
    const INT64 = 7;
    const rows = context.node("Cast", [context.input.name], { to: INT64 });
    const table = context.weight("embeddings") as string;
    return { name: context.node("Gather", [table, rows], { axis: 0 }), channelsSecond: false };
  },
};
