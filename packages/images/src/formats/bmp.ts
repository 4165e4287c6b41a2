import type { PictureFormat } from "./PictureFormat.ts";

/** The sizes that its second header may have. */
const headerSizes: ReadonlySet<number> = new Set([12, 40, 52, 56, 64, 108, 124]);

export const bmp: PictureFormat = {
  name: "bmp",
  // "BM" may begin a text, too: the size of the second header tells.
  starts: (view) =>
    view.getUint16(0) === 0x424d && (view.byteLength < 18 || headerSizes.has(view.getUint32(14, true))),
  header(view) {
    const old = view.getUint32(14, true) === 12;
    const [width, height] = old
      ? [view.getUint16(18, true), view.getUint16(20, true)]
      : [view.getInt32(18, true), view.getInt32(22, true)];
    return { width: Math.max(0, width), height: Math.abs(height), orientation: 1 };
  },
  // Its decoder asks for every row.
  isWhole: () => true,
};
