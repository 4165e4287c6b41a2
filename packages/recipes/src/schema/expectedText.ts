import type { JsonSchema } from "./JsonSchema.ts";

/** Says what a schema lets through: "a whole number of at least 1". */
export function expectedText(schema: JsonSchema): string {
  if (schema.oneOf) return choiceText(schema.oneOf);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) {
    const names = schema.enum.map((name) => JSON.stringify(name));
    return names.length === 1 ? String(names[0]) : `one of ${names.join(", ")}`;
  }
  switch (schema.type) {
    case "integer":
      return `a whole number of at least ${schema.minimum ?? 0}`;
    case "number":
      return `a number${rangeText(schema)}`;
    case "string":
      return "a text";
    case "boolean":
      return "true or false";
    case "array":
      return schema.maxItems === undefined ? "a list" : `a list of ${schema.maxItems}`;
    default:
      return "an object";
  }
}

/** The fields that tell the objects of a choice apart. */
export function tellingFields(choices: readonly JsonSchema[]): string[] {
  return choices.flatMap(({ required }) => required?.slice(0, 1) ?? []);
}

function choiceText(choices: readonly JsonSchema[]): string {
  const fields = tellingFields(choices);
  if (fields.length > 0) return `an object with one of ${fields.join(", ")}`;
  return choices.map(expectedText).join(" or ");
}

function rangeText({ minimum, exclusiveMinimum, maximum, exclusiveMaximum }: JsonSchema): string {
  const low =
    exclusiveMinimum === undefined
      ? minimum === undefined
        ? ""
        : ` of at least ${minimum}`
      : ` above ${exclusiveMinimum}`;
  const high =
    exclusiveMaximum === undefined
      ? maximum === undefined
        ? ""
        : `at most ${maximum}`
      : `below ${exclusiveMaximum}`;
  return high === "" ? low : `${low}${low === "" ? "" : " and"} ${high}`;
}
