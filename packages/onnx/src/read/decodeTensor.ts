import { OnnxError } from "../OnnxError.ts";
import { fieldsByNumber, floats, integer, integers, message, text } from "../protobuf/fieldValues.ts";
import { corrupt, type Field } from "../protobuf/readFields.ts";

/** A tensor that is stored in the file, as numbers. */
export interface OnnxTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly data: Float32Array | readonly number[];
}

// Numbers of types: onnx.proto of ONNX.
const [FLOAT, UINT8, INT32, INT64, BOOL, DOUBLE] = [1, 2, 6, 7, 9, 11];

/**
 * Decodes a stored tensor.
 *
 * @throws {OnnxError} `CORRUPT_FILE` where shape and numbers do not fit; `UNSUPPORTED_GRAPH` for numbers in another file or of another type
 */
export function decodeTensor(bytes: Uint8Array): OnnxTensor {
  const fields = fieldsByNumber(bytes);
  const name = text(fields.get(8)?.at(-1));
  const shape = (fields.get(1) ?? []).flatMap(integers);
  if (shape.some((length) => length < 0)) throw corrupt(`the tensor ${name} has a negative length`);
  if (integer(fields.get(14)?.at(-1)) === 1) {
    throw new OnnxError(
      "UNSUPPORTED_GRAPH",
      `The numbers of ${name} are in a file of their own. Save the model as one file: torch.onnx.export(…, external_data=False), or onnx.save of what onnx.load gives.`,
    );
  }
  const type = integer(fields.get(2)?.at(-1));
  const raw = fields.get(9)?.at(-1);
  const data = raw ? fromBytes(message(raw), type, name) : fromFields(fields, type, name);
  const count = shape.reduce((product, length) => product * length, 1);
  if (data.length !== count)
    throw corrupt(`the tensor ${name} of the shape [${shape.join(", ")}] has ${data.length} numbers`);
  return { name, shape, data };
}

function fromBytes(bytes: Uint8Array, type: number, name: string): Float32Array | number[] {
  if (type === UINT8 || type === BOOL) return [...bytes];
  const size = type === INT64 || type === DOUBLE ? 8 : 4;
  if (bytes.length % size !== 0) throw corrupt(`the numbers of ${name} are cut off`);
  // A copy begins where typed arrays can begin.
  const { buffer } = bytes.slice();
  switch (type) {
    case FLOAT:
      return new Float32Array(buffer);
    case DOUBLE:
      return new Float32Array(new Float64Array(buffer));
    case INT32:
      return [...new Int32Array(buffer)];
    case INT64:
      return Array.from(new BigInt64Array(buffer), Number);
    default:
      throw ofAnotherType(type, name);
  }
}

function fromFields(
  fields: ReadonlyMap<number, readonly Field[]>,
  type: number,
  name: string,
): Float32Array | number[] {
  switch (type) {
    case FLOAT:
      return floats(fields.get(4) ?? []);
    case UINT8:
    case BOOL:
    case INT32:
      return (fields.get(5) ?? []).flatMap(integers);
    case INT64:
      return (fields.get(7) ?? []).flatMap(integers);
    default:
      throw ofAnotherType(type, name);
  }
}

function ofAnotherType(type: number, name: string): OnnxError {
  return new OnnxError(
    "UNSUPPORTED_GRAPH",
    `The tensor ${name} is of ONNX' type ${type}, and float32, float64, bool, uint8, int32 and int64 are read. Save the model in float32.`,
  );
}
