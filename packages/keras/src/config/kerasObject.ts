import type { Json } from "./Json.ts";

/** Describes an object as Keras 3 does: where it looks for the class, its name, and its settings. */
export function kerasObject(module: string, className: string, config: Json): Json {
  return { module, class_name: className, config, registered_name: null };
}
