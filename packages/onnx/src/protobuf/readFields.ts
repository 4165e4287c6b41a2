import { OnnxError } from "../OnnxError.ts";

/** A field of a protobuf message, as it stands in the file. */
export interface Field {
  readonly number: number;
  /** A number for varints and fixed lengths, as they are stored; bytes for texts, lists and messages. */
  readonly value: bigint | Uint8Array;
}

/** The most fields of one message, and the most numbers of one packed list: a model has thousands of nodes, and weights are one field each. */
const MOST = 1_000_000;

/**
 * Reads the fields of one message, without a look into those inside; bytes are views of the file.
 *
 * @throws {OnnxError} `CORRUPT_FILE` where a field is cut off or of a kind that protobuf does not have, `LIMIT_EXCEEDED` for more than a
 *   million fields
 */
export function readFields(bytes: Uint8Array): Field[] {
  const fields: Field[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const readVarint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = bytes[at++];
      if (byte === undefined) throw corrupt("a number is cut off");
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return BigInt.asUintN(64, value);
    }
    throw corrupt("a number has more than ten bytes");
  };
  const take = (length: number): number => {
    if (length > bytes.length - at)
      throw corrupt(`a field promises ${length} bytes, and ${bytes.length - at} are left`);
    at += length;
    return at - length;
  };
  while (at < bytes.length) {
    if (fields.length === MOST) throw tooMany();
    const tag = Number(readVarint());
    const [number, kind] = [Math.floor(tag / 8), tag % 8];
    if (number === 0 || number >= 2 ** 29) throw corrupt(`a field has the number ${number}`);
    if (kind === 0) fields.push({ number, value: readVarint() });
    else if (kind === 1) fields.push({ number, value: view.getBigUint64(take(8), true) });
    else if (kind === 5) fields.push({ number, value: BigInt(view.getUint32(take(4), true)) });
    else if (kind === 2) {
      const length = Number(readVarint());
      const start = take(length);
      fields.push({ number, value: bytes.subarray(start, start + length) });
    } else throw corrupt(`a field is of the kind ${kind}`);
  }
  return fields;
}

/** A list of varints that is packed into one field. */
export function readVarints(bytes: Uint8Array): bigint[] {
  const values: bigint[] = [];
  let [value, shift] = [0n, 0n];
  for (const byte of bytes) {
    value |= BigInt(byte & 127) << shift;
    shift += 7n;
    if (byte < 128) {
      if (values.length === MOST) throw tooMany();
      values.push(BigInt.asUintN(64, value));
      [value, shift] = [0n, 0n];
    } else if (shift >= 70n) throw corrupt("a number has more than ten bytes");
  }
  if (shift !== 0n) throw corrupt("a number is cut off");
  return values;
}

function tooMany(): OnnxError {
  return new OnnxError(
    "LIMIT_EXCEEDED",
    `A part of this file has more than ${MOST} entries. It is no model for a page or a small program.`,
  );
}

/** The error for bytes that are no ONNX file. */
export function corrupt(what: string): OnnxError {
  return new OnnxError(
    "CORRUPT_FILE",
    `This is no ONNX file, or it is damaged: ${what}. Write or download it again.`,
  );
}
