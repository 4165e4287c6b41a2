import { type Json, objectAt, textAt } from "./Json.ts";
import { toCamelCase, toSnakeCase } from "./letterCase.ts";

/** An activation, an initializer, a regularizer or a constraint as tfjs has it. */
export interface TfjsObject {
  readonly className: string;
  readonly config: Json;
}

/** Names that both have, and those that tfjs spells otherwise. */
function names(
  same: string,
  others: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  return { ...Object.fromEntries(same.split(" ").map((name) => [name, name])), ...others };
}

/** The activations that compute the same in both, by Keras' names. */
const activations = names("elu gelu linear mish relu relu6 selu sigmoid softmax softplus softsign tanh", {
  log_softmax: "logSoftmax",
  silu: "swish",
  swish: "swish",
});

const initializers = names(
  "Constant GlorotNormal GlorotUniform HeNormal HeUniform Identity Ones Orthogonal RandomNormal RandomUniform TruncatedNormal " +
    "VarianceScaling Zeros",
  { LecunNormal: "LeCunNormal", LecunUniform: "LeCunUniform", OrthogonalInitializer: "Orthogonal" },
);

const regularizers = names("L1L2", { L1: "L1L2", L2: "L1L2" });

const constraints = names("MaxNorm MinMaxNorm NonNeg UnitNorm");

/** What is described by a class and its settings. */
export type ObjectKind = "initializer" | "regularizer" | "constraint";

const byKind: Readonly<Record<ObjectKind, Readonly<Record<string, string>>>> = {
  initializer: initializers,
  regularizer: regularizers,
  constraint: constraints,
};

/** What an argument's name says that its value is; none for a plain value. */
export function kindOf(argument: string): "activation" | ObjectKind | undefined {
  const last = argument.slice(argument.lastIndexOf("_") + 1);
  return last === "activation" || last in byKind ? (last as "activation" | ObjectKind) : undefined;
}

/**
 * The name of an activation in tfjs.
 *
 * @param modern whether Keras 3 wrote it, whose hard sigmoid has a slope of 1/6 in place of the 1/5 of Keras 2 and tfjs
 * @returns undefined for one that tfjs does not have
 */
export function tfjsActivation(value: unknown, modern: boolean): string | undefined {
  if (value === null) return "linear";
  const name = kerasName(value);
  if (name === "hard_sigmoid" && !modern) return "hardSigmoid";
  return Object.hasOwn(activations, name) ? activations[name] : undefined;
}

/** The name of an activation in Keras; undefined for one that Keras does not have. */
export function kerasActivation(value: unknown): string | undefined {
  const name = typeof value === "string" ? value : textAt(objectAt(value)["className"]);
  return Object.keys(activations).find((keras) => activations[keras] === name);
}

/** An initializer, a regularizer or a constraint as tfjs has it; undefined for one that tfjs does not have. */
export function tfjsObject(kind: ObjectKind, value: unknown): TfjsObject | undefined {
  const name = kerasName(value);
  const known = byKind[kind];
  const wanted = Object.keys(known).find((keras) => keras === name || toSnakeCase(keras).slice(1) === name);
  const className = wanted === undefined ? undefined : known[wanted];
  if (className === undefined) {
    // What initializes is over when weights are loaded.
    return kind === "initializer" ? { className: "Zeros", config: {} } : undefined;
  }
  const config = Object.entries(objectAt(objectAt(value)["config"]))
    .filter(
      ([key, entry]) =>
        entry !== null && !(key === "seed" && typeof entry !== "number") && !key.endsWith("_axes"),
    )
    .map(([key, entry]) => [toCamelCase(key), typeof entry === "string" ? toCamelCase(entry) : entry]);
  return { className, config: Object.fromEntries(config) };
}

/** What tfjs describes, as Keras has it. */
export function kerasObject(kind: ObjectKind, value: unknown): Json | null | undefined {
  if (value === null || value === undefined) return null;
  const { className, config } = value as TfjsObject;
  const known = byKind[kind];
  const name = Object.keys(known).find((keras) => known[keras] === className);
  if (name === undefined) return undefined;
  const entries = Object.entries(objectAt(config))
    .filter(([, entry]) => entry !== undefined && entry !== null)
    .map(([key, entry]) => [toSnakeCase(key), typeof entry === "string" ? toSnakeCase(entry) : entry]);
  return {
    module: `keras.${kind}s`,
    class_name: name,
    config: Object.fromEntries(entries),
    registered_name: null,
  };
}

/** The name of an object that is given by its name alone, or by name and settings. */
function kerasName(value: unknown): string {
  if (typeof value === "string") return value;
  const { class_name: name, config } = objectAt(value);
  return name === "function" ? textAt(config) : textAt(name);
}
