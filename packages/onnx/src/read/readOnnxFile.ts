import { fieldsByNumber, floats, integer, integers, message, text } from "../protobuf/fieldValues.ts";
import { corrupt, type Field } from "../protobuf/readFields.ts";
import { decodeTensor, type OnnxTensor } from "./decodeTensor.ts";

/** What an ONNX file says, as far as it is read. */
export interface OnnxFile {
  /** The version of the operators of ONNX itself. */
  readonly opset: number;
  readonly nodes: readonly DecodedNode[];
  readonly initializers: ReadonlyMap<string, OnnxTensor>;
  readonly inputs: readonly DecodedPort[];
  readonly outputs: readonly DecodedPort[];
  readonly metadata: Readonly<Record<string, string>>;
}

/** An operation of the graph. */
export interface DecodedNode {
  readonly name: string;
  readonly operator: string;
  /** Empty for ONNX' own operators. */
  readonly domain: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: ReadonlyMap<string, DecodedAttribute>;
}

/** The value of an attribute; nothing for kinds that no operator that is read has. */
export type DecodedAttribute =
  | number
  | string
  | readonly number[]
  | readonly string[]
  | OnnxTensor
  | undefined;

/** An input or output; the shape has null for lengths without a number. */
export interface DecodedPort {
  readonly name: string;
  /** The number of its type in ONNX; 1 is float32. */
  readonly type: number;
  readonly shape: readonly (number | null)[] | undefined;
}

/**
 * Decodes the bytes of an ONNX file.
 *
 * @throws {OnnxError} `CORRUPT_FILE`
 */
export function readOnnxFile(bytes: Uint8Array): OnnxFile {
  const file = fieldsByNumber(bytes);
  const graphs = file.get(7) ?? [];
  if (graphs.length !== 1) throw corrupt(`it holds ${graphs.length} graphs`);
  const graph = fieldsByNumber(message(graphs[0]));
  const opsets = (file.get(8) ?? []).map((field) => fieldsByNumber(message(field)));
  const own = opsets.find((opset) => isOwnDomain(text(opset.get(1)?.at(-1))));
  const tensors = (graph.get(5) ?? []).map((field) => decodeTensor(message(field)));
  return {
    opset: integer(own?.get(2)?.at(-1)),
    nodes: (graph.get(1) ?? []).map((field) => decodeNode(message(field))),
    initializers: new Map(tensors.map((tensor) => [tensor.name, tensor])),
    inputs: (graph.get(11) ?? []).map((field) => decodePort(message(field))),
    outputs: (graph.get(12) ?? []).map((field) => decodePort(message(field))),
    metadata: Object.fromEntries(
      (file.get(14) ?? []).map((field) => {
        const entry = fieldsByNumber(message(field));
        return [text(entry.get(1)?.at(-1)), text(entry.get(2)?.at(-1))];
      }),
    ),
  };
}

function isOwnDomain(domain: string): boolean {
  return domain === "" || domain === "ai.onnx";
}

function decodeNode(bytes: Uint8Array): DecodedNode {
  const fields = fieldsByNumber(bytes);
  const domain = text(fields.get(7)?.at(-1));
  return {
    name: text(fields.get(3)?.at(-1)),
    operator: text(fields.get(4)?.at(-1)),
    domain: isOwnDomain(domain) ? "" : domain,
    inputs: (fields.get(1) ?? []).map(text),
    outputs: (fields.get(2) ?? []).map(text),
    attributes: new Map((fields.get(5) ?? []).map((field) => decodeAttribute(message(field)))),
  };
}

function decodeAttribute(bytes: Uint8Array): [name: string, value: DecodedAttribute] {
  const fields = fieldsByNumber(bytes);
  const last = (number: number): Field | undefined => fields.get(number)?.at(-1);
  const list = (number: number) => fields.get(number) ?? [];
  const readers: Readonly<Record<number, () => DecodedAttribute>> = {
    1: () => floats(list(2))[0] ?? 0,
    2: () => integer(last(3)),
    3: () => text(last(4)),
    4: () => decodeTensor(message(last(5))),
    6: () => [...floats(list(7))],
    7: () => list(8).flatMap(integers),
    8: () => list(9).map(text),
  };
  return [text(last(1)), readers[integer(last(20))]?.()];
}

function decodePort(bytes: Uint8Array): DecodedPort {
  const fields = fieldsByNumber(bytes);
  const type = fieldsByNumber(message(fields.get(2)?.at(-1)));
  const tensor = fieldsByNumber(message(type.get(1)?.at(-1)));
  const shape = tensor.get(2)?.at(-1);
  return {
    name: text(fields.get(1)?.at(-1)),
    type: integer(tensor.get(1)?.at(-1)),
    shape:
      shape &&
      (fieldsByNumber(message(shape)).get(1) ?? []).map((field) => {
        const length = fieldsByNumber(message(field)).get(1)?.at(-1);
        return length === undefined ? null : integer(length);
      }),
  };
}
