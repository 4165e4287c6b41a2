import type { LayersModel } from "@tensorflow/tfjs-layers";
import { layersWithin } from "./layersWithin.ts";

/** What tfjs' preprocessing layers draw seeds from: a number that grows with every call, which no checkpoint holds. */
interface Generator {
  seed: number | undefined;
}

/**
 * Lets the preprocessing layers of a model draw without a seed of their own.
 *
 * @returns a function that gives them their seeds back
 */
export function unseededGenerators(model: LayersModel): () => void {
  const generators = layersWithin(model).flatMap((layer) =>
    "randomGenerator" in layer ? [layer.randomGenerator as Generator] : [],
  );
  const seeds = generators.map(({ seed }) => seed);
  for (const generator of generators) generator.seed = undefined;
  return () => {
    for (const [index, generator] of generators.entries()) generator.seed = seeds[index];
  };
}
