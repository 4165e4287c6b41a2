import { type Optimizer, type Tensor, train } from "@tensorflow/tfjs-core";
import { configOf, type Json, objectAt, textAt } from "../config/Json.ts";
import { kerasObject } from "../config/kerasObject.ts";
import { toCamelCase } from "../config/letterCase.ts";

/** An optimizer that both have. */
interface OptimizerKind {
  /** Its class in Keras. */
  readonly className: string;
  /** Its settings by Keras' names, in the order in which tfjs takes them, and what Keras takes where a file does not say. */
  readonly settings: Readonly<Record<string, number | boolean>>;
}

/** The optimizers by their classes in tfjs, whose makers are called as these in small letters. */
const kinds: Readonly<Record<string, OptimizerKind>> = {
  // Without a momentum, as is default: JSON writes 0.0 as 0, and Keras takes no whole number for it.
  SGD: { className: "SGD", settings: { learning_rate: 0.01 } },
  Momentum: {
    className: "SGD",

    settings: { learning_rate: 0.01, momentum: 0, nesterov: false },
  },
  RMSProp: {
    className: "RMSprop",

    settings: { learning_rate: 0.001, rho: 0.9, momentum: 0, epsilon: 1e-7, centered: false },
  },
  Adam: {
    className: "Adam",

    settings: { learning_rate: 0.001, beta_1: 0.9, beta_2: 0.999, epsilon: 1e-7 },
  },
};

/** Settings that tfjs calls otherwise. */
const renamed: Readonly<Record<string, string>> = { rho: "decay", nesterov: "useNesterov" };

/** Settings that change nothing by themselves; with any other that is switched on Keras does more than tfjs. */
const harmless = new Set(["name", "nesterov", "ema_momentum", "ema_overwrite_frequency", "jit_compile"]);

/**
 * Makes the optimizer of tfjs that moves weights as the one of Keras does.
 *
 * @returns what is missing, where there is none
 */
export function tfjsOptimizer(spec: unknown): Optimizer | string {
  const name = (textAt(spec) || textAt(objectAt(spec)["class_name"])).toLowerCase();
  const given = configOf(spec);
  const [found = ""] = Object.entries(kinds).find(([, each]) => each.className.toLowerCase() === name) ?? [];
  const tfjsName = found === "SGD" && given["momentum"] ? "Momentum" : found;
  const kind = kinds[tfjsName];
  if (kind === undefined) return `its optimizer, ${name}`;
  // A learning rate that is an object is a schedule.
  const extra = Object.keys(given).find(
    (key) => given[key] && (!(key in kind.settings) || typeof given[key] === "object") && !harmless.has(key),
  );
  if (extra !== undefined) return `the ${extra} of its optimizer, ${name}`;
  const settings = Object.entries(kind.settings).map(([key, otherwise]) =>
    typeof given[key] === typeof otherwise ? given[key] : otherwise,
  );
  // The types of one stand for all, which take a rate and then their own.
  const maker = tfjsName.toLowerCase() as "adam";
  return disposedWhole(train[maker](...(settings as number[])));
}

/** tfjs forgets the rate of some, which they keep as a tensor too. */
function disposedWhole(optimizer: Optimizer): Optimizer {
  const disposeRest = optimizer.dispose.bind(optimizer);
  optimizer.dispose = () => {
    disposeRest();
    (optimizer as unknown as { readonly c?: Tensor }).c?.dispose();
  };
  return optimizer;
}

/** An optimizer of tfjs as Keras describes it; undefined for one whose state has no place there. */
export function kerasOptimizer(optimizer: Optimizer): Json | undefined {
  const kind = kinds[optimizer.getClassName()];
  if (kind === undefined) return undefined;
  const config = objectAt(optimizer.getConfig());
  const settings = Object.keys(kind.settings).map((key) => [key, config[renamed[key] ?? toCamelCase(key)]]);
  return kerasObject("keras.optimizers", kind.className, Object.fromEntries(settings));
}
