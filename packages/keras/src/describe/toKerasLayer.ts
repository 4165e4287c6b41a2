import type { Layer } from "../Layer.ts";
import { kerasArgument } from "../config/argumentNames.ts";
import type { Json } from "../config/Json.ts";
import { kerasClassName } from "../layers/kerasClassName.ts";
import { kerasValue } from "../config/namedObjects.ts";
import { sharedArguments } from "../config/sharedArguments.ts";
import { tfjsClass } from "../config/tfjsClass.ts";

/**
 * Describes a layer of tfjs as Keras does.
 *
 * @param missing is told what Keras does not have
 */
export function toKerasLayer(layer: Layer, missing: (what: string) => void): Json {
  const className = kerasClassName(layer);
  const isOwn = className !== layer.getClassName();
  // Keras 3 no longer has the first.
  if (className === "ThresholdedReLU" || !(isOwn || tfjsClass(className))) missing("the class");
  const described: Record<string, unknown> = {};
  // Some layers of Keras that have no weights do not take whether they are trained.
  const { trainable, ...rest } = sharedArguments(layer);
  if (layer.weights.length > 0) described["trainable"] = trainable;
  for (const [name, value] of Object.entries(rest)) {
    const key = kerasArgument(className, name);
    if (value !== null) described[key] = key === "name" ? value : kerasValue(key, value);
    if (value !== null && described[key] === undefined) missing(`${key} ${JSON.stringify(value)}`);
  }
  if (className.startsWith("GRU")) described["reset_after"] = isOwn;
  return described;
}
