import type { PointsData } from "@minibatch/recipes";
import type { PlaneSource } from "../../storage/PlaneSource.ts";

/** The points that an experiment names, as Build has them. */
export function planeSource({ points, noise = 0 }: PointsData): PlaneSource {
  const kind = "plane";
  return typeof points === "string" ? { kind, shape: points, noise } : { kind, shape: "own", points };
}
