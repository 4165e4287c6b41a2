import type { JsonSchema } from "./JsonSchema.ts";

/** A schema, and the TypeScript type of what it lets through, which the compiler holds against the types of experiments. */
export interface Schema<Value> {
  readonly json: JsonSchema;
  /** There for the compiler only. */
  readonly value?: Value;
}

type Described<Value> = (description: string) => Schema<Value>;

/** A number in a range; `whole` for one without a fraction. */
export function number(
  range: Pick<JsonSchema, "minimum" | "exclusiveMinimum" | "maximum" | "exclusiveMaximum" | "default"> = {},
): Described<number> {
  return (description) => ({ json: { type: "number", ...range, description } });
}

/** A whole number from `minimum` up. */
export function whole(minimum: number, given?: number): Described<number> {
  return (description) => ({
    json: { type: "integer", minimum, ...(given !== undefined && { default: given }), description },
  });
}

/** A share of something, from 0 to below 1. */
export function share(given?: number): Described<number> {
  return number({ minimum: 0, exclusiveMaximum: 1, ...(given !== undefined && { default: given }) });
}

/** True or false. */
export function flag(given?: boolean): Described<boolean> {
  return (description) => ({
    json: { type: "boolean", ...(given !== undefined && { default: given }), description },
  });
}

/** A text that is not empty. */
export function text(...examples: readonly string[]): Described<string> {
  return (description) => ({
    json: { type: "string", minLength: 1, ...(examples.length > 0 && { examples }), description },
  });
}

/** One of some texts: a record, so that the compiler misses none. */
export function choice<Name extends string>(
  names: Readonly<Record<Name, true>> | readonly Name[],
  given?: NoInfer<Name>,
): Described<Name> {
  return (description) => ({
    json: {
      type: "string",
      enum: Array.isArray(names) ? [...names] : Object.keys(names),
      ...(given !== undefined && { default: given }),
      description,
    },
  });
}

/** A list of what `items` lets through. */
export function list<Item>(items: Schema<Item>, minItems = 0): Described<readonly Item[]> {
  return (description) => ({
    json: { type: "array", items: items.json, ...(minItems > 0 && { minItems }), description },
  });
}

/** Two numbers. */
export function pair(items: Schema<number>): Described<readonly [number, number]> {
  return (description) => ({
    json: { type: "array", items: items.json, minItems: 2, maxItems: 2, description },
  });
}

/** An object whose fields somebody else chooses. */
export function record<Value>(values?: Schema<Value>): Described<Readonly<Record<string, Value>>> {
  return (description) => ({
    json: { type: "object", ...(values && { additionalProperties: values.json }), description },
  });
}

/** What is let through by exactly one of several. */
export function oneOf<Values extends readonly unknown[]>(
  ...schemas: { readonly [Index in keyof Values]: Schema<Values[Index]> }
): Schema<Values[number]> {
  return { json: { oneOf: schemas.map(({ json }) => json) } };
}

/** Schemas of the fields of an object. */
type Fields<Value> = {
  readonly [Name in keyof Value]-?: Value extends Readonly<Record<Name, Value[Name]>>
    ? { readonly needed: Schema<Value[Name]> }
    : Schema<Exclude<Value[Name], undefined>>;
};

/** Marks a field that has to be there. */
export function needed<Value>(schema: Schema<Value>): { readonly needed: Schema<Value> } {
  return { needed: schema };
}

/** An object with these fields and no others. The compiler wants each field of the type, the needed ones marked. */
export function object<Value extends object>(description: string, fields: Fields<Value>): Schema<Value> {
  const entries = Object.entries(
    fields as Readonly<Record<string, Schema<unknown> | { needed: Schema<unknown> }>>,
  );
  const required = entries.filter(([, field]) => "needed" in field).map(([name]) => name);
  return {
    json: {
      type: "object",
      description,
      properties: Object.fromEntries(
        entries.map(([name, field]) => [name, "needed" in field ? field.needed.json : field.json]),
      ),
      ...(required.length > 0 && { required }),
      additionalProperties: false,
    },
  };
}
