import type { ModelDescription } from "./ModelDescription.ts";

/**
 * Says a model in a line, without the output layer, which the data decide.
 *
 * @example
 * describeModel({ cnn: { blocks: [{ filters: [32] }], hidden: [128], dropout: 0.5 } }); // "Conv 32, pool, Dense 128, dropout 0.5"
 */
export function describeModel(model: ModelDescription): string {
  return partsOf(model).join(", ") || "linear";
}

function partsOf(model: ModelDescription): string[] {
  if ("cnn" in model) {
    const { blocks, hidden = [], dropout = 0 } = model.cnn;
    return [
      ...blocks.flatMap(({ filters, pool = 2, dropout: inside = 0 }) => [
        ...filters.map((count) => `Conv ${count}`),
        ...(pool > 1 ? ["pool"] : []),
        ...droppedOut(inside),
      ]),
      ...hidden.map((units) => `Dense ${units}`),
      ...droppedOut(dropout),
    ];
  }
  if ("mlp" in model) {
    const { hidden, dropout = 0 } = model.mlp;
    return hidden.flatMap((units) => [`Dense ${units}`, ...droppedOut(dropout)]);
  }
  if ("linear" in model) return [];
  return model.layers.map(({ class_name: name, config = {} }) => {
    const size = config["units"] ?? config["filters"] ?? config["rate"];
    return typeof size === "number" ? `${name} ${size}` : name;
  });
}

function droppedOut(rate: number): string[] {
  return rate > 0 ? [`dropout ${rate}`] : [];
}
