import type { Colour } from "./colour.ts";
import { percentText } from "./numberText.ts";

/** One class and how probable it is. */
export interface ClassProbability {
  readonly name: string;
  readonly probability: number;
}

const BAR_WIDTH = 24;

/**
 * The most probable classes as bars.
 *
 * @param classes most probable first
 * @returns a line for each class
 */
export function probabilityBars(classes: readonly ClassProbability[], colour: Colour): string[] {
  const left = Math.max(...classes.map(({ name }) => name.length));
  return classes.map(({ name, probability }, index) => {
    const bar = "█".repeat(Math.round(probability * BAR_WIDTH)).padEnd(BAR_WIDTH, "░");
    const line = `${name.padStart(left)} ${index === 0 ? colour.green(bar) : colour.dim(bar)}`;
    const share = percentText(probability, 1).padStart(7);
    return `${line} ${index === 0 ? colour.bold(share) : share}`;
  });
}
