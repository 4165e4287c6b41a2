import type { LayerStack, StackPlan } from "@minibatch/models";
import { type BuildSetup, ownPictures } from "../../worker/build/BuildSetup.ts";

/** What a page trains in reasonable time and memory. */
export const mostParameters = 2_000_000;

/** Between all layers, for one image; each step keeps them for a whole batch. */
export const mostValues = 200_000;

/**
 * Why a network cannot be trained: a layer does not fit, it is too large, there are no points or pictures of both classes, or the run that it
 * is to go on from is still being read, or cannot be gone on from.
 */
export type Obstacle = "misfit" | "tooLarge" | "noPoints" | "noPictures" | "readingRun" | "noRun";

/** Tells why a network cannot be trained; nothing where it can. */
export function findObstacle(
  { source }: BuildSetup,
  { layers }: LayerStack,
  plan: StackPlan,
): Obstacle | undefined {
  if (!plan.valid) return "misfit";
  const values = plan.layers
    .map(({ outputShape }) => outputShape.reduce((product, length) => product * length, 1))
    .reduce((sum, count) => sum + count, 0);
  if (plan.parameters > mostParameters || values > mostValues || layers.length > mostLayers)
    return "tooLarge";
  if (source.kind === "plane" && source.shape === "own") {
    const classes = new Set(source.points.map(({ label }) => label));
    if (classes.size < 2) return "noPoints";
  }
  if (source.kind === "images" && source.dataset === ownPictures && (source.version ?? 0) === 0) {
    return "noPictures";
  }
  return undefined;
}

/** More make a page that nobody can read. */
export const mostLayers = 16;
