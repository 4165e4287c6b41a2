import { meanSquaredError } from "@minibatch/training";

const at = Array.from({ length: 50 }, (_, index) => index);

/** The points of the guide's program: near the line y = 2 x + 1. */
export const linePoints: { readonly x: readonly number[]; readonly y: readonly number[] } = {
  x: at.map((index) => index / 25 - 1),
  y: at.map((index) => 2 * (index / 25 - 1) + 1 + 0.1 * Math.sin(7 * index)),
};

/** The slope of the line, as the address has it. */
export const lineWeight = { name: "weight", min: -3, max: 3, step: 0.1, fallback: 0 };
/** Its height at 0. */
export const lineBias = { name: "bias", min: -3, max: 3, step: 0.1, fallback: 0 };

/** The mean squared error of a line on {@link linePoints}. */
export function lineError(weight: number, bias: number): number {
  return meanSquaredError(
    linePoints.y,
    linePoints.x.map((x) => weight * x + bias),
  );
}
