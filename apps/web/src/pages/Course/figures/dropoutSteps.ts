import { seededRandom } from "@minibatch/training";

/** What eight units of a hidden layer give, and the weights by which the next unit adds it up. */
export const dropoutUnits: readonly { readonly output: number; readonly weight: number }[] = [
  { output: 0.9, weight: 0.6 },
  { output: 0.2, weight: -1.1 },
  { output: 1.4, weight: 0.5 },
  { output: 0.7, weight: 0.8 },
  { output: 0, weight: 1.3 },
  { output: 1.1, weight: -0.4 },
  { output: 0.5, weight: 0.9 },
  { output: 0.3, weight: -0.7 },
];

/** The sum with all units, as the network answers. */
export const dropoutWhole: number = dropoutUnits.reduce(
  (sum, { output, weight }) => sum + output * weight,
  0,
);

/** What each unit adds in a step: nothing, or its part made larger by `1 / (1 - rate)`. */
export interface DropoutStep {
  readonly isKept: readonly boolean[];
  readonly added: readonly number[];
  readonly sum: number;
}

/** The first steps of a training, drawn from one seed. */
export function dropoutSteps(rate: number, steps: number): readonly DropoutStep[] {
  const random = seededRandom(1, "dropout of a lesson");
  return Array.from({ length: steps }, () => {
    const isKept = dropoutUnits.map(() => random() >= rate);
    const added = dropoutUnits.map(({ output, weight }, at) =>
      isKept[at] ? (output * weight) / (1 - rate) : 0,
    );
    return { isKept, added, sum: added.reduce((sum, value) => sum + value, 0) };
  });
}
