import type { PictureHeader } from "../formats/PictureHeader.ts";
import type { Decoded } from "../pixels/Decoded.ts";
import { onWhite } from "./onWhite.ts";
import { wasmDecoder } from "./wasmDecoder.node.ts";
import { webpFirstFrame } from "./webpFirstFrame.ts";

const decode = wasmDecoder(() => import("@jsquash/webp/decode.js"), "@jsquash/webp/codec/dec/webp_dec.wasm");

/** Reads a WebP; of one that moves, the first frame. */
export async function readWebp(
  bytes: Uint8Array,
  { width, height, orientation }: Pick<PictureHeader, "width" | "height" | "orientation">,
): Promise<Decoded> {
  const frame = webpFirstFrame(bytes);
  const image = await decode(frame?.file ?? bytes);
  const isWhole = image.width === width && image.height === height;
  const data = frame === undefined || isWhole ? image.data : placed(image, frame, width, height);
  return { width, height, channels: 4, data, alpha: onWhite(data), orientation };
}

/** A frame where it lies in a picture that is transparent beside it. */
function placed(
  image: ImageData,
  { left, top }: { readonly left: number; readonly top: number },
  width: number,
  height: number,
): Uint8ClampedArray {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let row = 0; row < image.height; row++) {
    const line = image.data.subarray(row * image.width * 4, (row + 1) * image.width * 4);
    data.set(line, ((top + row) * width + left) * 4);
  }
  return data;
}
