/** An object of a configuration that Keras wrote. */
export type Json = Readonly<Record<string, unknown>>;

/** The configuration in a text. */
export function parseJson(text: string): Json {
  return objectAt(JSON.parse(text));
}

/** The object at a place, or an empty one: what is missing is found where it is needed. */
export function objectAt(value: unknown): Json {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

/** The settings of an object that Keras describes, or none. */
export function configOf(value: unknown): Json {
  return objectAt(objectAt(value)["config"]);
}

/** The list at a place, or an empty one. */
export function listAt(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The text at a place, or an empty one. */
export function textAt(value: unknown): string {
  return typeof value === "string" ? value : "";
}
