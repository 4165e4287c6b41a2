import { seededRandom } from "@minibatch/training";
import type { PlanePoint, PlaneShape } from "../experiment/Experiment.ts";

/**
 * Draws points of two classes, by turns, the same ones each time.
 *
 * @param noise how far points stray, 0 to 1
 * @param part points to learn from, or others to test with
 */
export function planePoints(
  shape: PlaneShape,
  noise: number,
  part: "train" | "test",
  count: number,
): PlanePoint[] {
  const random = seededRandom(1, "plane", shape, part);
  // Three uniform numbers together lie about the middle as measured values do.
  const stray = (): number => noise * 0.3 * (2 * (random() + random() + random()) - 3);
  return Array.from({ length: count }, (_, index) => {
    const label = (index % 2) as 0 | 1;
    const [x, y] = place[shape](label, random);
    return { x: clamped(x + stray()), y: clamped(y + stray()), label };
  });
}

const place: Readonly<Record<PlaneShape, (label: 0 | 1, random: () => number) => [number, number]>> = {
  circle(label, random) {
    const radius = label === 0 ? 0.45 * Math.sqrt(random()) : 0.65 + 0.3 * random();
    const angle = 2 * Math.PI * random();
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  },
  xor(label, random) {
    const [x, y] = [0.08 + 0.87 * random(), 0.08 + 0.87 * random()];
    const side = random() < 0.5 ? 1 : -1;
    return [side * x, (label === 0 ? side : -side) * y];
  },
  spiral(label, random) {
    const along = random();
    const angle = 2.5 * Math.PI * along + label * Math.PI;
    const radius = 0.05 + 0.9 * along;
    return [radius * Math.sin(angle), radius * Math.cos(angle)];
  },
};

function clamped(value: number): number {
  return Math.min(1, Math.max(-1, value));
}
