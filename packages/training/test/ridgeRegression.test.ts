import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { ridgeRegression } from "../src/index.ts";

const { x, y, fits } = JSON.parse(
  await readFile(new URL("reference/ridge.json", import.meta.url), "utf8"),
) as { x: number[]; y: number[]; fits: { alpha: number; weights: number[]; bias: number }[] };
const inputs = { data: Float64Array.from(x), shape: [30, 4] };

it.for(fits)(
  "ridgeRegression(x, y, { alpha: $alpha }) finds what scikit-learn finds",
  ({ alpha, weights, bias }) => {
    const found = ridgeRegression(inputs, y, { alpha });
    for (const [at, weight] of weights.entries()) expect(found.weights[at]).toBeCloseTo(weight, 8);
    expect(found.bias).toBeCloseTo(bias, 8);
  },
);

it("ridgeRegression(x, y) gives a constant column no weight", () => {
  const { weights, bias } = ridgeRegression({ data: Float64Array.of(5, 5, 5), shape: [3, 1] }, [1, 2, 3]);
  expect([...weights, bias]).toEqual([0, 2]);
});

it.for([
  [inputs, y.slice(1), {}, "SHAPE_MISMATCH"],
  [{ data: inputs.data, shape: [120] }, y, {}, "SHAPE_MISMATCH"],
  [inputs, y, { alpha: 0 }, "INVALID_ARGUMENT"],
  [{ data: Float64Array.of(Number.NaN, 1), shape: [2, 1] }, [1, 2], {}, "INVALID_ARGUMENT"],
] as const)("ridgeRegression refuses case %#", ([wrong, targets, options, code]) => {
  expect(() => ridgeRegression(wrong, targets, options)).toThrow(expect.objectContaining({ code }));
});
