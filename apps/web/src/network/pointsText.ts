import type { PlanePoint } from "@minibatch/recipes";

/** As many points fit into an address. */
export const mostPoints = 300;

/** A coordinate is kept as one of so many steps from -1 to 1: two digits in base 36 hold it, and the middle is among them. */
const steps = 400;

/** Points as an address has them: of each its class, `a` or `b`, and its two coordinates in base 36. */
export function pointsText(points: readonly PlanePoint[]): string {
  const text = (value: number): string =>
    Math.round((value + 1) * (steps / 2))
      .toString(36)
      .padStart(2, "0");
  return points.map(({ x, y, label }) => (label === 0 ? "a" : "b") + text(x) + text(y)).join("");
}

/** The points of such a text; what is none is left out. */
export function parsePoints(text: string): readonly PlanePoint[] {
  return Array.from(
    text.matchAll(/([ab])([0-9a-z]{2})([0-9a-z]{2})/gy),
    ([, name, x = "", y = ""]): PlanePoint => {
      const value = (digits: string): number => Math.min(1, Number.parseInt(digits, 36) / (steps / 2) - 1);
      return { x: value(x), y: value(y), label: name === "a" ? 0 : 1 };
    },
  ).slice(0, mostPoints);
}
