import type { Layer } from "../build/Plan.ts";
import { type Json, objectAt } from "../config/Json.ts";
import { kerasClassName } from "../config/kerasClassName.ts";
import { layerClasses } from "../config/layerClasses.ts";
import { toCamelCase, toSnakeCase } from "../config/letterCase.ts";
import { kerasActivation, kerasObject, kindOf } from "../config/namedObjects.ts";
import { resetAfterCell, resetAfterGru } from "../layers/resetAfterGru.ts";

/** Classes that Keras 3 no longer has. */
const gone = new Set(["ThresholdedReLU"]);

/**
 * Describes a layer of tfjs as Keras does.
 *
 * @param missing is told what Keras does not have
 */
export function toKerasLayer(layer: Layer, missing: (what: string) => void): Json {
  const className = kerasClassName(layer);
  const known = gone.has(className) ? undefined : layerClasses[className];
  if (known === undefined) {
    missing("the class");
    return {};
  }
  // tfjs leaves some arguments out of what it describes, such as the depth multiplier of separable convolutions.
  const config = { ...objectAt(layer), ...objectAt(layer.getConfig()) };
  const renamed = Object.values(known.renamed ?? {});
  const entries = known.both
    .filter((key) => !renamed.includes(key))
    .map((key) => [key, convert(key, config[known.renamed?.[key] ?? toCamelCase(key)])] as const);
  for (const [key, value] of entries) {
    if (value === undefined && config[toCamelCase(key)] !== undefined)
      missing(`${key} ${JSON.stringify(config[toCamelCase(key)])}`);
  }
  const own = Object.fromEntries(
    entries.filter(([key, value]) => value !== undefined && !(key === "input_length" && value === null)),
  );
  const resets = [resetAfterGru, resetAfterCell].includes(layer.getClassName());
  return {
    name: layer.name,
    ...(!layer.trainable && { trainable: false }),
    ...own,
    ...(className.startsWith("GRU") && { reset_after: resets }),
  };
}

function convert(key: string, value: unknown): unknown {
  const kind = kindOf(key);
  if (value === undefined) return undefined;
  if (kind === "activation") return kerasActivation(value);
  if (kind !== undefined) return kerasObject(kind, value);
  return typeof value === "string" ? toSnakeCase(value) : value;
}
