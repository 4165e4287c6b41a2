import type { PointsData } from "@minibatch/recipes";
import type { PlaneSource } from "../../storage/PlaneSource.ts";

/** The points of a plane as an experiment names them. */
export function pointsData(source: PlaneSource): PointsData {
  if (source.shape === "own") return { points: source.points };
  return { points: source.shape, ...(source.noise > 0 && { noise: source.noise }) };
}
