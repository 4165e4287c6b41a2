import { useMemo } from "preact/hooks";
import type { NdArray } from "@minibatch/datasets";
import type { NewNetwork } from "../../worker/commands/openNetwork.ts";

/** The bytes of each watched image; always the same arrays of the same images, so that none is painted anew while it trains. */
export function useWatchedImages(watched: NewNetwork["watched"]): readonly NdArray["data"][] {
  return useMemo(() => {
    const { data, shape } = watched?.x ?? { data: new Uint8Array(), shape: [0] };
    const [count = 0, ...image] = shape;
    const size = image.reduce((product, length) => product * length, 1);
    return Array.from({ length: count }, (_, index) => data.subarray(index * size, (index + 1) * size));
  }, [watched]);
}
