import { openedNetwork } from "../build/openedNetwork.ts";
import type { Command } from "../Command.ts";

/** Chooses the test image that is looked through the network; while it trains, the next picture shows it. */
export const pinSample: Command<number, undefined> = async (index) => {
  openedNetwork().pinned = index;
  return undefined;
};
