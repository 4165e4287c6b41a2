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
  const { name, size } = opened.dataset;
  const { model, schedule } = suggest(opened.dataset);
  // Few of the built-in datasets have a part to watch by; data of one's own are given one.
  const validation =
    "dataset" in data && size.validation === undefined
      ? ({ lastFraction: 0.15 } as const)
      : schedule.validation;
  return { ...opened, experiment: { name, data, model, schedule: { ...schedule, validation } } };
}
