import type { ColumnKind } from "../TableColumn.ts";
import type { ColumnEncoder } from "./ColumnEncoder.ts";
import { booleanEncoder } from "./kinds/booleanEncoder.ts";
import { categoryEncoder } from "./kinds/categoryEncoder.ts";
import { dateEncoder } from "./kinds/dateEncoder.ts";
import { numberEncoder } from "./kinds/numberEncoder.ts";
import type { ColumnEncoding } from "./TableEncoding.ts";

const encoders: {
  readonly [Kind in ColumnEncoding["kind"]]: ColumnEncoder<ColumnEncoding & { kind: Kind }>;
} = {
  boolean: booleanEncoder,
  category: categoryEncoder,
  date: dateEncoder,
  number: numberEncoder,
};

/** The encoder of a kind; none for kinds that are no inputs. */
export function encoderOf(kind: ColumnKind): ColumnEncoder<ColumnEncoding> | undefined {
  // Each is only ever given what it fitted itself.
  return (encoders as Partial<Record<ColumnKind, unknown>>)[kind] as
    | ColumnEncoder<ColumnEncoding>
    | undefined;
}

/** The kind whose values these are, of those that tell. */
export function recognizedKind(distinct: readonly string[]): ColumnKind | undefined {
  const kinds = Object.keys(encoders) as ColumnEncoding["kind"][];
  return kinds.find((kind) => encoders[kind].recognizes?.(distinct));
}

/** The names of the inputs that a column becomes. */
export function columnFeatures(encoding: ColumnEncoding): string[] {
  return encoderOf(encoding.kind)?.features(encoding) ?? [];
}
