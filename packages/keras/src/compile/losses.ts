import { configOf, objectAt, textAt } from "../config/Json.ts";
import { toCamelCase, toSnakeCase } from "../config/letterCase.ts";
import { kerasName } from "../config/namedObjects.ts";

const short: Readonly<Record<string, string>> = {
  mse: "mean_squared_error",
  mae: "mean_absolute_error",
  mape: "mean_absolute_percentage_error",
  msle: "mean_squared_logarithmic_error",
};

/** The losses that both have, by Keras' names. */
const losses = [
  ...Object.values(short),
  "binary_crossentropy",
  "categorical_crossentropy",
  "categorical_hinge",
  "hinge",
  "poisson",
  "sparse_categorical_crossentropy",
  "squared_hinge",
];

/** The metrics that both have; accuracy finds out which of them it is. */
const metrics = new Set([
  "accuracy",
  "acc",
  "binary_accuracy",
  "categorical_accuracy",
  "sparse_categorical_accuracy",
  ...Object.keys(short),
]);

/** Settings of a loss with which it is the one that tfjs has. */
const neutral: Readonly<Record<string, readonly unknown[]>> = {
  from_logits: [false],
  label_smoothing: [0],
  ignore_class: [null],
  axis: [-1],
  reduction: ["sum_over_batch_size", "auto"],
};

/** The name of a loss in tfjs; undefined for one that it does not have. */
export function tfjsLoss(value: unknown): string | undefined {
  const settings = Object.entries(configOf(value));
  if (settings.some(([key, setting]) => neutral[key]?.includes(setting) === false)) return undefined;
  const loss = kerasLoss(kerasName(value));
  return loss && toCamelCase(loss);
}

/** The name of a loss in Keras; undefined for one that it does not have, or a function. */
export function kerasLoss(value: unknown): string | undefined {
  const name = toSnakeCase(textAt(value)).replace(/^_/, "");
  return losses.find((loss) => loss === (short[name] ?? name));
}

/** Converts a loss for all outputs, a list of losses, or those of outputs by their names; undefined where one cannot be. */
export function eachLoss(value: unknown, convert: (loss: unknown) => string | undefined): unknown {
  const named = Object.entries(Array.isArray(value) ? value : objectAt(value));
  if (named.length === 0 || "class_name" in objectAt(value)) return convert(value);
  const converted = named.map(([name, loss]) => [name, convert(loss)] as const);
  if (converted.some(([, loss]) => loss === undefined)) return undefined;
  return Array.isArray(value) ? converted.map(([, loss]) => loss) : Object.fromEntries(converted);
}

/** The metrics in a list of Keras that tfjs has. */
export function tfjsMetrics(value: unknown): string[] {
  const names = [value].flat(2).map((entry) => {
    return textAt(entry) || textAt(configOf(entry)["name"]) || textAt(objectAt(entry)["class_name"]);
  });
  return names.filter((name) => metrics.has(name)).map(toCamelCase);
}

/** The metrics of a compiled model that Keras has. */
export function kerasMetrics(value: unknown): string[] {
  const names = [value].flat().map((name) => toSnakeCase(textAt(name)));
  return names.filter((name) => metrics.has(name));
}
