import type { PictureFormat } from "./PictureFormat.ts";

/** A PNG is made of chunks, the last of which is IEND. */
export const png: PictureFormat = {
  name: "png",
  starts: (view) => view.getUint32(0) === 0x89504e47,
  header: (view) => ({ width: view.getUint32(16), height: view.getUint32(20), orientation: 1 }),
  isWhole(view) {
    for (let at = 8; ; at += 12 + view.getUint32(at)) {
      if (view.getUint32(at + 4) === 0x49454e44) return true;
    }
  },
};
