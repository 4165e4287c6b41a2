import type { PictureFormat } from "./PictureFormat.ts";

/** The first frame of a GIF is whole when the block of no bytes is there that ends its data. */
export const gif: PictureFormat = {
  name: "gif",
  starts: (view) => view.getUint32(0) === 0x47494638,
  header: (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true), orientation: 1 }),
  isWhole(view) {
    const tableBytes = (flags: number) => ((flags & 0x80) === 0 ? 0 : 3 << ((flags & 7) + 1));
    const afterBlocks = (from: number): number => {
      let at = from;
      while (view.getUint8(at) !== 0) at += 1 + view.getUint8(at);
      return at + 1;
    };
    let at = 13 + tableBytes(view.getUint8(10));
    while (view.getUint8(at) === 0x21) at = afterBlocks(at + 2);
    if (view.getUint8(at) !== 0x2c) return false;
    afterBlocks(at + 11 + tableBytes(view.getUint8(at + 9)));
    return true;
  },
};
