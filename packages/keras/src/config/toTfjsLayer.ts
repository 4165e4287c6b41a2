import { type Json, objectAt, textAt } from "./Json.ts";
import { ignoredArguments, layerClasses } from "./layerClasses.ts";
import { toCamelCase } from "./letterCase.ts";
import { kindOf, tfjsActivation, tfjsObject } from "./namedObjects.ts";

/** A layer as tfjs takes it, and what Keras would do beyond that. */
export interface TfjsLayer {
  readonly className: string;
  readonly config: Record<string, unknown>;
  readonly missing: readonly string[];
}

/**
 * Turns the configuration of one layer of Keras into that of tfjs.
 *
 * @param modern whether Keras 3 wrote it
 */
export function toTfjsLayer(className: string, config: Json, modern: boolean): TfjsLayer {
  const known = Object.hasOwn(layerClasses, className) ? layerClasses[className] : undefined;
  if (known === undefined) return { className, config: {}, missing: ["the class"] };
  const { both, neutral = {}, defaults = {}, renamed = {} } = known;
  const name = textAt(config["name"]);
  const result: Record<string, unknown> = {
    ...(name !== "" && { name }),
    trainable: config["trainable"] !== false,
  };
  const missing: string[] = [];
  for (const [key, value] of Object.entries({ ...defaults, ...config })) {
    if (both.includes(key)) {
      const converted = convert(key, value, modern);
      if (converted === undefined) missing.push(`${key} ${kindName(value)}`);
      else if (value !== null || key === "merge_mode") result[toCamelCase(renamed[key] ?? key)] = converted;
    } else if (ignoredArguments.has(key) || isNeutral(value, neutral[key])) continue;
    else missing.push(`${key} ${JSON.stringify(value)}`);
  }
  const policy = policyOf(config["dtype"]);
  if (!/^(mixed_)?(b?float(16|32|64)|int\d+)?$/.test(policy)) missing.push(`the dtype ${policy}`);
  return { className, config: result, missing: [...missing, ...adapt(className, result)] };
}

function convert(key: string, value: unknown, modern: boolean): unknown {
  const kind = kindOf(key);
  if (kind === "activation") return tfjsActivation(value, modern);
  if (value === null) return null;
  if (kind !== undefined) return tfjsObject(kind, value);
  return typeof value === "string" ? toCamelCase(value) : value;
}

function isNeutral(value: unknown, neutral: unknown): boolean {
  if (value === null || value === false || value === neutral) return true;
  return Array.isArray(value) && value.length > 0 && value.every((part) => part === neutral);
}

/** What no table can say. */
function adapt(className: string, config: Record<string, unknown>): string[] {
  const axis = config["axis"];
  if (className === "BatchNormalization" && Array.isArray(axis)) config["axis"] = axis[0];
  if (className === "Conv1D" && config["padding"] === "causal") return ['padding "causal"'];
  // tfjs has these arguments, and refuses or ignores other values.
  if (className === "ELU" && config["alpha"] !== undefined && config["alpha"] !== 1)
    return [`alpha ${JSON.stringify(config["alpha"])}`];
  if (className === "Softmax" && axis !== undefined && axis !== -1) return [`axis ${JSON.stringify(axis)}`];
  if (className === "UpSampling2D" && config["interpolation"] === "bilinear")
    return ['interpolation "bilinear", which counts from the corners there'];
  return [];
}

function policyOf(dtype: unknown): string {
  return typeof dtype === "string" ? dtype : textAt(objectAt(objectAt(dtype)["config"])["name"]);
}

function kindName(value: unknown): string {
  const { class_name: name, config } = objectAt(value);
  return JSON.stringify(name === "function" ? config : (name ?? value));
}
