import { findDataset } from "@minibatch/datasets";
import type { ExperimentData } from "@minibatch/recipes";
import type { Session } from "../Session.ts";
import { openPoints } from "./openPoints.ts";
import type { OwnData } from "./OwnData.ts";

/**
 * Opens what an experiment trains on.
 *
 * @param folder what paths start from
 * @throws what reading tables and pictures throws
 */
export async function openData(data: ExperimentData, folder: string, session: Session): Promise<OwnData> {
  if ("dataset" in data) return { dataset: findDataset(data.dataset), found: [] };
  if ("points" in data) return openPoints(data);
  if ("table" in data) {
    const { openTable } = await import("./openTable.ts");
    return openTable(data, folder);
  }
  if ("arrays" in data) {
    const { openArrays } = await import("./openArrays.ts");
    return openArrays(data, folder);
  }
  const { openPictures } = await import("./openPictures.ts");
  return openPictures(data, folder, session);
}
