import { gunzipSync } from "node:zlib";
import { decodeBase64 } from "./decodeBase64.ts";
import {
  overWideMemoryFlagsAt,
  overWideWasm,
  wideLoopsMemoryFlagsAt,
  wideLoopsWasm,
} from "./wideBytes.generated.ts";

/** The kernels for vectors of 256 bits, and the loops that they call, as WebAssembly. */
export function wideKernelBytes(shared: boolean): Record<"kernels" | "loops", Uint8Array<ArrayBuffer>> {
  return {
    kernels: decode(overWideWasm, overWideMemoryFlagsAt, shared),
    loops: decode(wideLoopsWasm, wideLoopsMemoryFlagsAt, shared),
  };
}

function decode(text: string, memoryFlagsAt: number, shared: boolean): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(gunzipSync(decodeBase64(text)));
  bytes[memoryFlagsAt] = shared ? 3 : 1;
  return bytes;
}
