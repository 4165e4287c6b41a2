import type { Layer, LayerClass } from "../Layer.ts";
import { tfjsArgument } from "./argumentNames.ts";
import { changesNothing } from "./changesNothing.ts";
import { configOf, type Json, textAt } from "./Json.ts";
import { kerasName, tfjsValue } from "./namedObjects.ts";
import { sharedArguments } from "./sharedArguments.ts";

/** What tfjs takes, and computes something else with than Keras, or nothing: bilinear scaling counts from the corners of pixels there. */
const different = /^(Conv1D padding "causal"|Softmax axis (?!-1$).*|UpSampling2D interpolation "bilinear")$/;

/** A layer of tfjs, where there is one, and what Keras would do beyond it. */
export interface TfjsLayer {
  readonly layer?: Layer;
  readonly missing: readonly string[];
}

/** Makes the layer of tfjs that computes what one of Keras does, not yet built. What arguments it takes tfjs itself tells. */
export function toTfjsLayer(Class: LayerClass | undefined, className: string, config: Json): TfjsLayer {
  // Keras' default, where tfjs has another; and which GRU it is the class says.
  const { reset_after: _, ...settings }: Json = { recurrent_activation: "sigmoid", ...config };
  if (Class === undefined) return { missing: ["the class"] };
  try {
    const args = new Map<string, unknown>();
    for (const [key, value] of Object.entries(settings)) {
      const converted = key === "name" ? value || null : tfjsValue(key, value);
      if (converted !== null) args.set(tfjsArgument(className, key), converted);
    }
    const layer = new Class(Object.fromEntries(args));
    // Some layers of tfjs compute the shape of their output in that of their input, which then is another.
    const computeOutputShape = layer.computeOutputShape.bind(layer);
    layer.computeOutputShape = (shape) => computeOutputShape(structuredClone(shape));
    const shared = sharedArguments(layer);
    const missing = Object.entries(config).filter(([key, value]) => {
      const argument = tfjsArgument(className, key);
      if (key === "dtype") return !isPlain(value);
      if (!(argument in shared)) return !changesNothing(key, value);
      if (args.has(argument) && args.get(argument) === undefined) return true;
      return different.test(`${className} ${key} ${JSON.stringify(value)}`);
    });
    return {
      layer,
      missing: missing.map(([key, value]) => `${key} ${JSON.stringify(kerasName(value) || value)}`),
    };
  } catch (error) {
    // What tfjs itself refuses, in its words; the list of all that is missing goes on behind them.
    return { missing: [(error as Error).message.replace(/\.$/, "")] };
  }
}

/** Whether a policy of Keras computes with numbers like those of tfjs. */
function isPlain(dtype: unknown): boolean {
  const name = typeof dtype === "string" ? dtype : textAt(configOf(dtype)["name"]);
  return /^(mixed_)?(b?float(16|32|64)|int\d+)?$/.test(name);
}
