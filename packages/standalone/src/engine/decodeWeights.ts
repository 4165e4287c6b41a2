import type { StoredWeights } from "./StoredModel.ts";

/** The values of stored weights. */
export function decodeWeights({ data, scales }: StoredWeights): Float32Array {
  if (scales === undefined) return floatsOf(data);
  const factors = floatsOf(scales);
  const whole = new Int8Array(bytesOf(data).buffer);
  return Float32Array.from(whole, (value, at) => value * (factors[at % factors.length] as number));
}

function floatsOf(text: string): Float32Array {
  return new Float32Array(bytesOf(text).buffer);
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
