import { datasets, type NdArray } from "@minibatch/datasets";
import { type LoadedModel, type ModelMetadata, outputActivation } from "@minibatch/models";
import { classProbabilities } from "@minibatch/recipes";
import { softmax } from "@minibatch/training";
import { CliError } from "../CliError.ts";
import type { Answers } from "./Answers.ts";

/**
 * Refuses a model whose outputs are neither classes nor values of a whole input.
 *
 * @throws {CliError} `MODEL_MISMATCH`
 */
export function requireOneAnswer({ model, metadata }: LoadedModel): void {
  const shapes = [model.inputs.length, model.outputs.length];
  if (shapes.some((count) => count !== 1)) {
    throw mismatch(
      `The model has ${shapes[0]} inputs and ${shapes[1]} outputs, and this takes one of each. ` +
        "Use tfjs' own model.predict for it.",
    );
  }
  const shape = (model.outputs[0]?.shape ?? []).slice(1);
  if (shape.slice(0, -1).some((length) => length !== 1)) {
    throw mismatch(
      `The model gives [${shape.map((length) => length ?? "any").join(", ")}] for each input, a picture or a sequence; this tells ` +
        "classes and values of a whole input. Use predict of @minibatch/training, which gives all of them.",
    );
  }
  const names = classNamesOf(metadata, widthOf(shape));
  if (names === undefined) return;
  const width = widthOf(shape);
  const activation = outputActivation(model);
  if (width !== names.length && !(width === 1 && names.length <= 2)) {
    throw mismatch(
      `The model gives ${width} ${width === 1 ? "number" : "numbers"} for each input, but there are names for ${names.length} classes ` +
        `(${names.slice(0, 3).join(", ")}${names.length > 3 ? ", …" : ""}). Give as many with --labels.`,
    );
  }
  if (width === 1 && activation !== "sigmoid") {
    throw mismatch(
      `The model is to tell ${names.join(" from ")} by one number, but it ends in "${activation}", which gives no probability. ` +
        "End it in one unit with sigmoid, or in one unit a class with softmax.",
    );
  }
}

/** What the outputs of a model mean, by what it says of itself and by the activation that it ends in. */
export function answersOf({ model, metadata }: LoadedModel, outputs: NdArray<Float32Array>): Answers {
  const [rows = 0, ...shape] = outputs.shape;
  const width = widthOf(shape);
  const activation = outputActivation(model);
  const named = classNamesOf(metadata, width);
  const isClassifier = activation === "softmax" || (activation === "sigmoid" && width === 1);
  if (named === undefined && (!isClassifier || metadata.targetName !== undefined)) {
    const names = width === 1 ? [targetOf(metadata)] : Array.from({ length: width }, (_, at) => `y${at}`);
    return { kind: "values", names, values: { data: outputs.data, shape: [rows, width] } };
  }
  const isProbability = activation === "softmax" || activation === "sigmoid";
  const data = isProbability ? outputs.data : normalized(outputs.data, width);
  const probabilities = classProbabilities({ data, shape: [rows, width] });
  const count = probabilities.shape[1] ?? 0;
  const [only] = named ?? [];
  const names =
    named?.length === 1 && only !== undefined
      ? [`not ${only}`, only]
      : (named ?? Array.from({ length: count }, (_, index) => String(index)));
  return { kind: "classes", names, probabilities, independent: activation === "sigmoid" && width > 1 };
}

/** The names that the model carries, or those of the dataset that it says it was trained on. */
function classNamesOf({ classNames, dataset }: ModelMetadata, width: number): readonly string[] | undefined {
  if (classNames !== undefined) return classNames;
  const known = datasets.find(({ name }) => name === dataset)?.classNames;
  return known !== undefined && known.length > 0 && known.length === width ? known : undefined;
}

function targetOf({ targetName, dataset }: ModelMetadata): string {
  return targetName ?? datasets.find(({ name }) => name === dataset)?.targetName ?? "predicted";
}

function normalized(scores: Float32Array, width: number): Float32Array {
  const rows = Array.from({ length: scores.length / width }, (_, row) =>
    softmax(Array.from(scores.subarray(row * width, (row + 1) * width))),
  );
  return Float32Array.from(rows.flat());
}

function widthOf(shape: readonly (number | null)[]): number {
  return shape.reduce<number>((product, length) => product * (length ?? 1), 1);
}

function mismatch(message: string): CliError {
  return new CliError("MODEL_MISMATCH", message);
}
