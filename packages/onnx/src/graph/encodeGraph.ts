import { OnnxError } from "../OnnxError.ts";
import { ProtobufWriter } from "../protobuf/ProtobufWriter.ts";
import type { Attribute, Initializer, OnnxGraph, OnnxNode, Port } from "./OnnxNode.ts";

/** What an ONNX file says beside its graph. */
export interface FileOptions {
  readonly opset: number;
  readonly irVersion: number;
  readonly metadata: Readonly<Record<string, string>>;
}

/** The most bytes that a protobuf message may have: lengths in its readers are signed 32-bit integers. */
const LARGEST = 2 ** 31 - 1;

// Numbers of fields and of types: onnx.proto of ONNX.
const [FLOAT, INT32, INT64] = [1, 6, 7];

/** Encodes a graph as the bytes of an ONNX file. */
export function encodeGraph(
  graph: OnnxGraph,
  { opset, irVersion, metadata }: FileOptions,
): Uint8Array<ArrayBuffer> {
  const file = new ProtobufWriter()
    .integer(1, irVersion)
    .string(2, "minibatch")
    .message(7, (into) => writeGraph(into, graph))
    .message(8, (into) => into.string(1, "").integer(2, opset));
  for (const [key, value] of Object.entries(metadata)) {
    file.message(14, (into) => into.string(1, key).string(2, value));
  }
  if (file.length > LARGEST) {
    throw new OnnxError(
      "LIMIT_EXCEEDED",
      `An ONNX file holds at most 2 GiB, but this model needs ${file.length} bytes. Save it in another format.`,
    );
  }
  return file.finish();
}

function writeGraph(into: ProtobufWriter, { name, nodes, initializers, inputs, outputs }: OnnxGraph): void {
  for (const node of nodes) into.message(1, (inner) => writeNode(inner, node));
  into.string(2, name);
  for (const initializer of initializers) into.message(5, (inner) => writeInitializer(inner, initializer));
  for (const input of inputs) into.message(11, (inner) => writePort(inner, input));
  for (const output of outputs) into.message(12, (inner) => writePort(inner, output));
}

function writeNode(into: ProtobufWriter, { name, operator, inputs, outputs, attributes }: OnnxNode): void {
  for (const input of inputs) into.string(1, input);
  for (const output of outputs) into.string(2, output);
  into.string(3, name).string(4, operator);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) into.message(5, (inner) => writeAttribute(inner.string(1, key), value));
  }
}

function writeAttribute(into: ProtobufWriter, value: Attribute): void {
  if (typeof value === "number") into.integer(3, value).integer(20, 2);
  else if (typeof value === "string") into.string(4, value).integer(20, 3);
  else if ("float" in value) into.float(2, value.float).integer(20, 1);
  else if (typeof value[0] === "string") {
    for (const each of value) into.string(9, String(each));
    into.integer(20, 8);
  } else {
    for (const each of value) into.integer(8, Number(each));
    into.integer(20, 7);
  }
}

function writeInitializer(into: ProtobufWriter, { name, shape, data }: Initializer): void {
  for (const length of shape) into.integer(1, length);
  into.integer(2, data instanceof Float32Array ? FLOAT : INT64).string(8, name);
  into.bytes(9, new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
}

function writePort(into: ProtobufWriter, { name, type, shape }: Port): void {
  into.string(1, name).message(2, (valueType) =>
    valueType.message(1, (tensor) =>
      tensor.integer(1, type === "int32" ? INT32 : FLOAT).message(2, (lengths) => {
        for (const length of shape) {
          lengths.message(1, (into) =>
            typeof length === "number" ? into.integer(1, length) : into.string(2, length),
          );
        }
      }),
    ),
  );
}
