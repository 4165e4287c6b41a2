import { type PointsData, planeDataset } from "@minibatch/recipes";
import { countText } from "../terminal/numberText.ts";
import type { OwnData } from "./OwnData.ts";

/** Opens points of the plane, as the web app saves them. */
export function openPoints(data: PointsData): OwnData {
  const dataset = planeDataset(data);
  const { name, classNames, size } = dataset;
  const tested = typeof data.points === "string" ? `${countText(size.test)} test` : "tested with the same";
  const found = [
    `${name}: ${countText(size.train)} training points in ${classNames.join(" and ")}, ${tested}`,
  ];
  return { dataset, found };
}
