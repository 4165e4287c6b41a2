import type { LayersModel } from "@tensorflow/tfjs-layers";

/** One layer of a {@link ModelSummary}. */
export interface LayerSummary {
  readonly name: string;
  /** The layer's class, e.g. `Dense`. */
  readonly type: string;
  /** The shape of the output; `null` stands for the batch size. */
  readonly outputShape: readonly (number | null)[];
  readonly parameters: number;
}

/** The layers of a model and what they cost. */
export interface ModelSummary {
  readonly rows: readonly LayerSummary[];
  /** All weights. */
  readonly parameters: number;
  /** The weights that training moves. */
  readonly trainableParameters: number;
  /** The same as a table for people. */
  readonly text: string;
}

/**
 * Lists the layers of a model with output shapes and parameter counts, as rows and as text.
 *
 * @example
 * const { rows, parameters, text } = summary(mlp({ inputShape: [28, 28, 1], hidden: [128], classes: 10 }));
 * parameters;           // 101770
 * rows[1].parameters;   // 100480
 */
export function summary(model: LayersModel): ModelSummary {
  const rows = model.layers.map(
    (layer): LayerSummary => ({
      name: layer.name,
      type: layer.getClassName(),
      outputShape: layer.outputShape as (number | null)[],
      parameters: layer.countParams(),
    }),
  );
  const parameters = model.countParams();
  const trainableParameters = model.trainableWeights.reduce(
    (sum, weight) => sum + weight.shape.reduce<number>((size, length) => size * (length ?? 1), 1),
    0,
  );
  return { rows, parameters, trainableParameters, text: toText(rows, parameters, trainableParameters) };
}

function toText(rows: readonly LayerSummary[], parameters: number, trainableParameters: number): string {
  const count = (value: number): string => value.toLocaleString("en-US");
  const cells = [
    ["Layer", "Output shape", "Parameters"],
    ...rows.map(({ name, type, outputShape, parameters }) => [
      `${name} (${type})`,
      `[${outputShape.map((length) => length ?? "batch").join(", ")}]`,
      count(parameters),
    ]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map(([layer = "", shape = "", parameters = ""]) =>
    [layer.padEnd(widths[0] ?? 0), shape.padEnd(widths[1] ?? 0), parameters.padStart(widths[2] ?? 0)].join(
      "  ",
    ),
  );
  const rule = "─".repeat(lines[0]?.length ?? 0);
  const frozen = parameters - trainableParameters;
  return [
    lines[0],
    rule,
    ...lines.slice(1),
    rule,
    `Total parameters: ${count(parameters)}${frozen > 0 ? ` (${count(frozen)} not trainable)` : ""}`,
  ].join("\n");
}
