import { type Experiment, type ExperimentData, suggest } from "@minibatch/recipes";
import type { Session } from "../Session.ts";
import { openData } from "./openData.ts";
import type { OwnData } from "./OwnData.ts";

/**
 * Opens data and makes the experiment that suits them.
 *
 * @param folder what paths start from
 * @throws what reading tables and pictures throws
 */
export async function suggestedExperiment(
  data: ExperimentData,
  folder: string,
  session: Session,
): Promise<OwnData & { readonly experiment: Experiment }> {
  const opened = await openData(data, folder, session);
  const { model, schedule } = suggest(opened.dataset);
  return { ...opened, experiment: { name: opened.dataset.name, data, model, schedule } };
}
