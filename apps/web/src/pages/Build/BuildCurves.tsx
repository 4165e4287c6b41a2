import type { JSX } from "preact";
import { building } from "../../state/building.ts";
import { RunCurves } from "../Train/RunCurves.tsx";

/** The fewest epochs that the curves have room for: an axis that grew with each would not stand still. */
const least = 5;

/** Loss and accuracy so far. */
export function BuildCurves(): JSX.Element | null {
  const { points, history, batch } = building.value ?? {};
  if (!points || !history || points.length === 0) return null;
  let epochs = least;
  while (epochs < (batch?.epoch ?? 0)) epochs *= 2;
  return <RunCurves points={points} history={history} epochs={epochs} />;
}
