import { toCamelCase, toSnakeCase } from "./letterCase.ts";

/** What tfjs calls an argument of a layer: the same in most cases. */
export function tfjsArgument(className: string, name: string): string {
  return className === "LeakyReLU" && name === "negative_slope" ? "alpha" : toCamelCase(name);
}

/** What Keras calls an argument of a layer of tfjs. */
export function kerasArgument(className: string, name: string): string {
  return className === "LeakyReLU" && name === "alpha" ? "negative_slope" : toSnakeCase(name);
}
