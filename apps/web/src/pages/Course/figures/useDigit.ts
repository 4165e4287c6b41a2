import { useMemo } from "preact/hooks";
import { drawDigits } from "@minibatch/datasets";

/** One of the digits that the figures look at, 28 rows of numbers from 0 to 1. @param number from 1 */
export function useDigit(number: number): readonly (readonly number[])[] {
  return useMemo(() => digitRows(number), [number]);
}

/** The same outside of a component. */
export function digitRows(number: number): readonly (readonly number[])[] {
  const { data } = drawDigits({ count: 1, first: number - 1, split: "test", seed: 3 }).x;
  return Array.from({ length: 28 }, (_, row) =>
    Array.from(data.subarray(row * 28, (row + 1) * 28), (byte) => byte / 255),
  );
}
