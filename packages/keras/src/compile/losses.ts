import { objectAt, textAt } from "../config/Json.ts";
import { toCamelCase, toSnakeCase } from "../config/letterCase.ts";

/** The losses that both have, by tfjs' names. */
const losses = new Set([
  "binaryCrossentropy",
  "categoricalCrossentropy",
  "categoricalHinge",
  "hinge",
  "meanAbsoluteError",
  "meanAbsolutePercentageError",
  "meanSquaredError",
  "meanSquaredLogarithmicError",
  "poisson",
  "sparseCategoricalCrossentropy",
  "squaredHinge",
]);

const short: Readonly<Record<string, string>> = {
  mse: "meanSquaredError",
  mae: "meanAbsoluteError",
  mape: "meanAbsolutePercentageError",
  msle: "meanSquaredLogarithmicError",
};

/** Settings of a loss with which it is the one that tfjs has. */
const neutral: Readonly<Record<string, readonly unknown[]>> = {
  from_logits: [false],
  label_smoothing: [0, 0],
  ignore_class: [null],
  axis: [-1],
  reduction: ["sum_over_batch_size", "auto"],
};

/** The name of a loss in tfjs; undefined for one that it does not have. */
export function tfjsLoss(value: unknown): string | undefined {
  const { class_name: className, config } = objectAt(value);
  const settings = Object.entries(objectAt(config));
  if (settings.some(([key, setting]) => neutral[key] !== undefined && !neutral[key].includes(setting)))
    return undefined;
  const given = typeof value === "string" ? value : textAt(className === "function" ? config : className);
  const name = toCamelCase(given.replace(/^[A-Z]/, (letter) => letter.toLowerCase()));
  const whole = short[name] ?? name;
  return losses.has(whole) ? whole : undefined;
}

/** The name of a loss in Keras; undefined for one that it does not have, or a function. */
export function kerasLoss(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const name = short[value] ?? value;
  return losses.has(name) ? toSnakeCase(name) : undefined;
}

/** The metrics that both have; accuracy finds out which of them it is. */
const metrics = new Set([
  "accuracy",
  "acc",
  "binaryAccuracy",
  "categoricalAccuracy",
  "sparseCategoricalAccuracy",
  ...Object.keys(short),
]);

/** The metrics in a list of Keras that tfjs has. */
export function tfjsMetrics(value: unknown): string[] {
  const names = [value].flat(2).map((entry) => {
    const { class_name: className, config } = objectAt(entry);
    return typeof entry === "string" ? entry : textAt(objectAt(config)["name"]) || textAt(className);
  });
  return names.map((name) => toCamelCase(name)).filter((name) => metrics.has(name));
}

/** The metrics of a compiled model that Keras has. */
export function kerasMetrics(value: unknown): string[] {
  return [value]
    .flat()
    .flatMap((name) => (typeof name === "string" && metrics.has(name) ? [toSnakeCase(name)] : []));
}
