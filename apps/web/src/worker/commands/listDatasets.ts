import { browserCache, type DatasetCard, datasets, listCache } from "@minibatch/datasets";
import type { Command } from "../Command.ts";
import { datasetsOfServer } from "../datasetMirror.ts";

/** A dataset as a page shows it: its card, and whether it can be had here. */
export type DatasetEntry = DatasetCard & {
  /** Drawn on the spot, kept by this browser, handed out by the server of this page, or none of these. */
  readonly available: "drawn" | "kept" | "server" | "no";
};

/** Lists all datasets, those that can be had here first. */
export const listDatasets: Command<undefined, DatasetEntry[]> = async (_, { base }) => {
  const served = await datasetsOfServer(base);
  const entries = await Promise.all(
    datasets.map(async (dataset): Promise<DatasetEntry> => {
      const card = withoutMethods(dataset);
      if (card.files.length === 0) return { ...card, available: "drawn" };
      if (await isKept(card)) return { ...card, available: "kept" };
      return { ...card, available: served.includes(card.name) ? "server" : "no" };
    }),
  );
  const order = ["drawn", "kept", "server", "no"];
  return entries.sort((a, b) => order.indexOf(a.available) - order.indexOf(b.available));
};

/** Functions cannot be sent to the page. */
function withoutMethods(dataset: DatasetCard): DatasetCard {
  const entries = Object.entries(dataset).filter(([, value]) => typeof value !== "function");
  return Object.fromEntries(entries) as unknown as DatasetCard;
}

async function isKept(card: DatasetCard): Promise<boolean> {
  const files = await listCache(browserCache(), card).catch(() => []);
  return files.length > 0 && files.every(({ state }) => state === "present");
}
