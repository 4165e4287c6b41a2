import type { Command } from "../Command.ts";
import { type EpochView, epochView } from "../explore/epochView.ts";
import { exploredRun } from "../explore/exploredRun.ts";

/** Looks at the run that is open as it was after one of its kept epochs. */
export const viewEpoch: Command<{ readonly epoch: number }, EpochView> = ({ epoch }) =>
  epochView(exploredRun(), epoch);
