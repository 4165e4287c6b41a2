import {
  type BostonFeature,
  bostonHousing,
  type LoadProgress,
  type NdArray,
  type Samples,
} from "@minibatch/datasets";
import { findRecipe, type Recipe } from "@minibatch/recipes";
import { seededRandom, validationSplit } from "@minibatch/training";
import type { CommandContext } from "./Command.ts";
import { loadOptions } from "./datasetMirror.ts";

/** What a line is fitted to: one column of the real data, or points that are drawn on the spot. */
export type LineSource =
  | { readonly dataset: "boston-housing"; readonly feature: BostonFeature }
  | { readonly dataset: "drawn" };

/** Rows to learn from, and rows to look at how well it is learned; `x` is `[rows, 1]`, `y` is `[rows]`. */
export interface LineSamples {
  readonly train: Samples;
  readonly validation: Samples;
}

/** The recipe that fits a line. */
export const lineRecipe: Recipe = findRecipe("boston-linear");

/** Gives the points, split as the recipe splits them. */
export async function lineSamples(
  source: LineSource,
  { base }: CommandContext<LoadProgress>,
): Promise<LineSamples> {
  const all = source.dataset === "drawn" ? drawnPoints() : await bostonColumn(source.feature, base);
  const { validation } = lineRecipe.schedule;
  return validationSplit(all, "lastFraction" in validation ? validation.lastFraction : 0);
}

async function bostonColumn(feature: BostonFeature, base: string): Promise<Samples> {
  const { train } = await bostonHousing.load({
    ...loadOptions(bostonHousing.name, base),
    features: [feature],
  });
  return train;
}

const drawnRows = 160;

/** Points about `y = 6 x - 14`, between 3.5 and 8 as rooms are. */
function drawnPoints(): Samples {
  const random = seededRandom(1, "line");
  const x = Float64Array.from({ length: drawnRows }, () => 3.5 + 4.5 * random());
  // Three uniform numbers together lie about the middle as measured values do.
  const noise = (): number => (random() + random() + random() - 1.5) * 8;
  const column = (data: Float64Array, ...shape: number[]): NdArray<Float64Array> => ({ data, shape });
  return {
    x: column(x, drawnRows, 1),
    y: column(
      x.map((value) => 6 * value - 14 + noise()),
      drawnRows,
    ),
  };
}
