import type { Decoded } from "../pixels/Decoded.ts";
import { wasmDecoder } from "./wasmDecoder.node.ts";

const decode = wasmDecoder(
  () => import("@jsquash/jpeg/decode.js"),
  "@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm",
);

/**
 * Reads a JPEG, baseline or progressive, as it is stored: turning it is left to others.
 *
 * @param channels as its header says: 4 is CMYK
 */
export async function readJpeg(
  bytes: Uint8Array,
  channels: number | undefined,
): Promise<Omit<Decoded, "orientation">> {
  if (channels === 4) return readCmyk(bytes);
  const { width, height, data } = await decode(bytes);
  return { width, height, channels: 4, data };
}

/** MozJPEG has no way from CMYK to red, green and blue; jpeg-js, slower and in need of more memory, has. */
async function readCmyk(bytes: Uint8Array): Promise<Omit<Decoded, "orientation">> {
  const { default: jpeg } = await import("jpeg-js");
  const { width, height, data } = jpeg.decode(bytes, {
    useTArray: true,
    formatAsRGBA: false,
    tolerantDecoding: false,
    maxResolutionInMP: Number.POSITIVE_INFINITY,
    maxMemoryUsageInMB: 1600,
  });
  return { width, height, channels: 3, data };
}
