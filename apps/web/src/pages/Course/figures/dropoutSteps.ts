import { seededRandom } from "@minibatch/training";

/** A unit of a hidden layer: what it gives, and the weight by which the next unit adds it up. */
export interface DropoutUnit {
  readonly output: number;
  readonly weight: number;
}

/** Eight units, where there are none of a network of one's own. */
export const lessonUnits: readonly DropoutUnit[] = [
  { output: 0.9, weight: 0.6 },
  { output: 0.2, weight: -1.1 },
  { output: 1.4, weight: 0.5 },
  { output: 0.7, weight: 0.8 },
  { output: 0, weight: 1.3 },
  { output: 1.1, weight: -0.4 },
  { output: 0.5, weight: 0.9 },
  { output: 0.3, weight: -0.7 },
];

/** What each unit adds in a step: nothing, or its part made larger by `1 / (1 - rate)`. */
export interface DropoutStep {
  readonly isKept: readonly boolean[];
  readonly added: readonly number[];
  readonly sum: number;
}

/** The sum with all units, as the network answers. */
export function sumOfAll(units: readonly DropoutUnit[]): number {
  return units.reduce((sum, { output, weight }) => sum + output * weight, 0);
}

/** The first steps of a training, drawn from one seed. */
export function dropoutSteps(
  units: readonly DropoutUnit[],
  rate: number,
  steps: number,
): readonly DropoutStep[] {
  const random = seededRandom(1, "dropout of a lesson");
  return Array.from({ length: steps }, () => {
    const isKept = units.map(() => random() >= rate);
    const added = units.map(({ output, weight }, at) => (isKept[at] ? (output * weight) / (1 - rate) : 0));
    return { isKept, added, sum: added.reduce((sum, value) => sum + value, 0) };
  });
}
