import { closestName } from "@minibatch/datasets";
import { expectedText, tellingFields } from "./expectedText.ts";
import type { JsonSchema } from "./JsonSchema.ts";

/** What is wrong in a place of a JSON value. */
export interface SchemaFault {
  /** The names and numbers that lead there; of a field that is missing, to where it should be. */
  readonly path: readonly (string | number)[];
  /** Goes on from the name of the place: `must be a whole number of at least 1, but it is "ten"`. */
  readonly problem: string;
}

type Path = SchemaFault["path"];

/** Names beyond so many are not listed. */
const listedNames = 16;

/** Holds a JSON value against a schema; a choice of objects goes by the field that tells them apart, so that faults are those of what was meant. */
export function faultsOf(value: unknown, schema: JsonSchema, path: Path = []): SchemaFault[] {
  if (schema.oneOf) return faultsOfChoice(value, schema.oneOf, path);
  if (!hasType(value, schema) || !inRange(value, schema)) return [wrong(value, schema, path)];
  if (Array.isArray(value)) {
    const { items } = schema;
    return items ? value.flatMap((item, index) => faultsOf(item, items, [...path, index])) : [];
  }
  return isObject(value) ? faultsOfFields(value, schema, path) : [];
}

function faultsOfChoice(value: unknown, choices: readonly JsonSchema[], path: Path): SchemaFault[] {
  const fields = tellingFields(choices);
  if (!isObject(value) || fields.length === 0) {
    const fitting = choices.find((choice) => hasType(value, choice));
    return fitting ? faultsOf(value, fitting, path) : [wrong(value, { oneOf: choices }, path)];
  }
  const named = choices.filter(({ required: [field = ""] = [] }) => Object.hasOwn(value, field));
  const [meant, other] = named;
  if (meant && other) {
    const problem = `cannot have both ${meant.required?.[0]} and ${other.required?.[0]}: leave one of them out`;
    return [{ path, problem }];
  }
  if (meant) return faultsOf(value, meant, path);
  for (const name of Object.keys(value)) {
    const close = closestName(name, fields);
    if (close !== undefined) return [unknown(name, fields, path)];
  }
  return [wrong(value, { oneOf: choices }, path)];
}

function faultsOfFields(
  value: Readonly<Record<string, unknown>>,
  { properties = {}, required = [], additionalProperties: others = true }: JsonSchema,
  path: Path,
): SchemaFault[] {
  const names = Object.keys(properties);
  const misspelt = new Set(
    Object.keys(value)
      .filter((name) => others === false && !Object.hasOwn(properties, name))
      .map((name) => closestName(name, names)),
  );
  const missing = required
    .filter((name) => !Object.hasOwn(value, name) && !misspelt.has(name))
    .map((name) => ({
      path: [...path, name],
      problem: `is missing: ${expectedText(properties[name] ?? {})} is expected`,
    }));
  const found = Object.entries(value).flatMap(([name, field]) => {
    const schema = Object.hasOwn(properties, name) ? properties[name] : others;
    if (schema === undefined || schema === true) return [];
    if (schema === false) return [unknown(name, names, path)];
    return faultsOf(field, schema, [...path, name]);
  });
  // What is misspelt is missing, too: the first says it better.
  return [...found, ...missing];
}

function unknown(name: string, names: readonly string[], path: Path): SchemaFault {
  const close = closestName(name, names);
  const all = names.length === 0 ? "Nothing may stand there" : `There are: ${names.join(", ")}`;
  const meant = close === undefined ? all : `Is "${close}" meant?`;
  return { path: [...path, name], problem: `is unknown. ${meant}` };
}

function wrong(value: unknown, schema: JsonSchema, path: Path): SchemaFault {
  const names = schema.enum ?? [];
  const close = typeof value === "string" ? closestName(value, names) : undefined;
  const expected =
    names.length > listedNames
      ? `one of the ${names.length} names in the schema, such as ${names.slice(0, 3).join(", ")}`
      : expectedText(schema);
  const meant = close === undefined || close === value ? "" : `. Is "${close}" meant?`;
  return { path, problem: `must be ${expected}, but it is ${valueText(value)}${meant}` };
}

function hasType(value: unknown, { type, enum: names, const: only, oneOf }: JsonSchema): boolean {
  if (oneOf) return oneOf.some((choice) => hasType(value, choice));
  if (only !== undefined) return value === only;
  switch (type) {
    case "object":
      return isObject(value);
    case "array":
      return Array.isArray(value);
    case "integer":
      return Number.isSafeInteger(value);
    case "string":
      return typeof value === "string" && (names === undefined || names.includes(value));
    default:
      return type === undefined || typeof value === type;
  }
}

function inRange(value: unknown, schema: JsonSchema): boolean {
  if (typeof value === "string") return value.length >= (schema.minLength ?? 0);
  if (Array.isArray(value)) {
    return (
      value.length >= (schema.minItems ?? 0) && value.length <= (schema.maxItems ?? Number.POSITIVE_INFINITY)
    );
  }
  if (typeof value !== "number") return true;
  const { minimum = -Infinity, exclusiveMinimum = -Infinity } = schema;
  const { maximum = Infinity, exclusiveMaximum = Infinity } = schema;
  return value >= minimum && value <= maximum && value > exclusiveMinimum && value < exclusiveMaximum;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function valueText(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (isObject(value)) return "an object";
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
