import { openedNetwork } from "../build/openedNetwork.ts";
import type { PixelPlace } from "../build/pixelSum.ts";
import type { Command } from "../Command.ts";

/** Chooses the number of a map that is taken apart, or none; while it trains, the next picture shows it. */
export const lookAtPixel: Command<PixelPlace | undefined, undefined> = async (place) => {
  openedNetwork().place = place;
  return undefined;
};
