import { constraints, initializers, regularizers } from "@tensorflow/tfjs-layers";
import { configOf, type Json, objectAt, textAt } from "./Json.ts";
import { kerasObject } from "./kerasObject.ts";
import { toCamelCase, toLetters, toSnakeCase } from "./letterCase.ts";

/** The activations that compute the same in both, by Keras' names; tfjs only knows silu by its older one, swish. */
const activations =
  "elu gelu linear log_softmax mish relu relu6 selu sigmoid silu softmax softplus softsign tanh".split(" ");

/** The hard sigmoid of tfjs and Keras 2, with a slope of 1/5; that of Keras 3 has 1/6. */
export const hardSigmoid = "hardSigmoid";

type Factories = Readonly<Record<string, unknown>>;

/** What tfjs makes of settings, by the last word of an argument that takes it. */
const factories = /* @__PURE__ */ new Map<string, Factories>([
  ["initializer", initializers],
  ["regularizer", regularizers],
  ["constraint", constraints],
]);

/** What an argument's name says that its value is, such as an `initializer`. */
function kindOf(argument: string): string {
  return argument.slice(argument.lastIndexOf("_") + 1);
}

/**
 * The value of an argument as tfjs has it: activations, initializers, regularizers and constraints by what they are called there.
 *
 * @returns undefined for one that tfjs does not have
 */
export function tfjsValue(argument: string, value: unknown): unknown {
  const kind = kindOf(argument);
  if (kind === "activation") {
    const name = kerasName(value ?? "linear");
    if (name === "silu" || name === "swish") return "swish";
    return activations.includes(name) || name === hardSigmoid ? toCamelCase(name) : undefined;
  }
  if (!factories.has(kind) || value === null) return inCase(toCamelCase, value);
  const make = factoryOf(kind, kerasName(value));
  // What initializes is over when weights are loaded.
  if (make === undefined) return kind === "initializer" ? initializers.zeros() : undefined;
  return make(settingsOf(value, toCamelCase));
}

/** The value of an argument as Keras has it; undefined for one that Keras does not have. */
export function kerasValue(argument: string, value: unknown): unknown {
  const kind = kindOf(argument);
  const name = textAt(objectAt(value)["className"]);
  if (kind === "activation") {
    const keras = value === "swish" ? "silu" : toSnakeCase(name || textAt(value));
    return activations.find((known) => known === keras);
  }
  if (!factories.has(kind)) return inCase(toSnakeCase, value);
  if (factoryOf(kind, name) === undefined) return undefined;
  return kerasObject(`keras.${kind}s`, name, settingsOf(value, toSnakeCase));
}

/** The name of an object that is given by its name alone, or by name and settings. */
export function kerasName(value: unknown): string {
  if (typeof value === "string") return value;
  const { class_name: name, config } = objectAt(value);
  return textAt(name === "function" ? config : name);
}

function factoryOf(kind: string, name: string): ((config: Json) => unknown) | undefined {
  const found = Object.entries(factories.get(kind) ?? {}).find(
    ([factory]) => toLetters(factory) === toLetters(name),
  );
  return found?.[1] as ((config: Json) => unknown) | undefined;
}

function settingsOf(value: unknown, convert: (name: string) => string): Json {
  const entries = Object.entries(configOf(value));
  // A seed of Keras may be a generator, with a state of its own.
  const set = entries.filter(([key, entry]) => key !== "seed" || typeof entry === "number");
  return Object.fromEntries(
    set.filter(([, entry]) => entry !== null).map(([key, entry]) => [convert(key), inCase(convert, entry)]),
  );
}

function inCase(convert: (name: string) => string, value: unknown): unknown {
  return typeof value === "string" ? convert(value) : value;
}
