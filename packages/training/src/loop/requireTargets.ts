import type { NdArray } from "@minibatch/datasets";
import { TrainingError } from "../TrainingError.ts";
import type { CompiledModel } from "./CompiledModel.ts";
import { fitsShape } from "./fitsShape.ts";
import { requireTargetValues } from "./requireTargetValues.ts";
import { targetRule } from "./targetRules.ts";

/**
 * Throws unless targets are what the loss compares with the output: `SHAPE_MISMATCH` for another shape, which tfjs would
 * stretch and a kernel would read past, `INVALID_ARGUMENT` for values that mean nothing to the loss.
 *
 * @param name what they are called in the message
 */
export function requireTargets(compiled: CompiledModel, y: NdArray, name = "y"): void {
  const { lossName, outputShape } = compiled;
  const rule = targetRule(lossName);
  const classes = outputShape.at(-1) ?? null;
  if (classes === 1 && (rule.shape === "labels" || rule.values === "distributions")) {
    throw new TrainingError(
      "INVALID_ARGUMENT",
      `The loss ${lossName} compares classes, but the model has a single output. Compile it with "binaryCrossentropy" ` +
        "if that is a sigmoid unit, or give it an output for each class.",
    );
  }
  // Single values are a column, as batches have them.
  const found = y.shape.length === 1 ? [1] : y.shape.slice(1);
  const [expected, others] = expectedShapes(rule.shape, outputShape);
  if (!fitsShape(found, expected) && !(others && fitsShape(found, others))) {
    throw new TrainingError(
      "SHAPE_MISMATCH",
      `${lossName ? `The loss ${lossName}` : "A loss of your own"} takes targets ${told(others ?? expected)} for outputs ` +
        `${told(outputShape)}, but ${name} is [${y.shape.join(", ")}]. ${remedy(compiled, found)}`,
    );
  }
  requireTargetValues(rule.values, y, name, classes ?? Number.POSITIVE_INFINITY, lossName ?? "");
}

/** One value a class has a column of its own in what is expected; the second shape is the same without that column. */
function expectedShapes(
  shape: "labels" | "output",
  output: readonly (number | null)[],
): readonly [readonly (number | null)[], (readonly (number | null)[])?] {
  if (shape === "output") return [output];
  const places = output.slice(0, -1);
  return [[...places, 1], places];
}

function told(rowShape: readonly (number | null)[]): string {
  return `[${["rows", ...rowShape.map((length) => length ?? "any")].join(", ")}]`;
}

function remedy({ lossName, outputShape }: CompiledModel, found: readonly number[]): string {
  const classes = outputShape.at(-1) ?? null;
  if (lossName === "sparseCategoricalCrossentropy") {
    return fitsShape(found, outputShape)
      ? 'Compile with "categoricalCrossentropy" for one-hot rows, or give the label of each row, argMax(y).'
      : "Give the label of each row, an integer from 0.";
  }
  const places = outputShape.slice(0, -1);
  const labels = fitsShape(found, [...places, 1]) || (places.length > 0 && fitsShape(found, places));
  if (labels && classes !== null && classes > 1 && /crossentropy|Hinge/i.test(lossName ?? "")) {
    return lossName === "categoricalCrossentropy"
      ? `Compile with "sparseCategoricalCrossentropy" for labels, or give oneHot(labels, ${classes}).`
      : `Give a value for each output, such as oneHot(labels, ${classes}), or make the last layer one unit.`;
  }
  return "Give a value for each output, or make the last layer one of as many units as there are values.";
}
