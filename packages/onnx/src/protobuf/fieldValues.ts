import { corrupt, type Field, readFields, readVarints } from "./readFields.ts";

/** The fields of a message by their numbers, each in the order of the file; what says something once says it last. */
export function fieldsByNumber(bytes: Uint8Array): Map<number, Field[]> {
  const fields = new Map<number, Field[]>();
  for (const field of readFields(bytes)) {
    const others = fields.get(field.number);
    if (others) others.push(field);
    else fields.set(field.number, [field]);
  }
  return fields;
}

const utf8 = new TextDecoder();

/** A text; empty where there is none. */
export function text(field: Field | undefined): string {
  return utf8.decode(message(field));
}

/** The bytes of a message or a text; none where there is none. */
export function message(field: Field | undefined): Uint8Array {
  if (field === undefined) return new Uint8Array();
  if (typeof field.value === "bigint")
    throw corrupt(`field ${field.number} is a number where a text or a message belongs`);
  return field.value;
}

/** A whole number; 0 where there is none. */
export function integer(field: Field | undefined): number {
  if (field === undefined) return 0;
  if (typeof field.value !== "bigint")
    throw corrupt(`field ${field.number} is a text where a number belongs`);
  return Number(BigInt.asIntN(64, field.value));
}

/** Whole numbers, each in a field or all in one. */
export function integers(field: Field): number[] {
  if (typeof field.value === "bigint") return [integer(field)];
  return readVarints(field.value).map((value) => Number(BigInt.asIntN(64, value)));
}

/** Numbers of 32 bits, each in a field or many in one. */
export function floats(fields: readonly Field[]): Float32Array {
  const parts = fields.map(({ value }) => {
    if (typeof value === "bigint")
      return new Float32Array(Uint32Array.of(Number(BigInt.asUintN(32, value))).buffer);
    if (value.length % 4 !== 0) throw corrupt("a list of floats is cut off");
    // A copy begins where typed arrays can begin.
    return new Float32Array(value.slice().buffer);
  });
  const all = new Float32Array(parts.reduce((count, part) => count + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
