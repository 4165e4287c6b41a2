import { expect } from "vitest";

/** What `toEqual` compares with: finite values but for rounding, the others as they are. */
export function nearly(values: readonly number[], digits: number = 5): number[] {
  return values.map((value) => (Number.isFinite(value) ? closeTo(value, digits) : value));
}

function closeTo(value: number, digits: number): number {
  return expect.closeTo(value, digits) as number;
}
