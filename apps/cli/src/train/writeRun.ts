import { saveModel } from "@minibatch/models";
import { type RecipeResult, recipes } from "@minibatch/recipes";
import { historyToCsv } from "@minibatch/training";
import type { Output } from "../Output.ts";
import { writeReport } from "../report/writeReport.ts";
import { jsonText } from "../run/jsonText.ts";
import type { BesideResult, RunRecord } from "../run/RunRecord.ts";
import { runFiles } from "../run/runFiles.ts";
import { writeFileAtomic } from "../files/writeFileAtomic.ts";
import { writeRecord } from "../run/writeRecord.ts";
import type { Session } from "../Session.ts";
import { runContents } from "./runContents.ts";
import { trainText } from "./trainText.ts";

/** Fills the run folder; the record says `done` only when all of it is there. */
export async function writeRun(
  folder: string,
  record: RunRecord,
  trained: RecipeResult,
  beside: BesideResult,
  session: Session,
): Promise<Output> {
  const contents = runContents(trained, record, beside, session.display(folder));
  const { result } = contents;
  const files = runFiles(folder);
  await saveModel(trained.model, folder, trained.metadata);
  await writeFileAtomic(files.history, historyToCsv(result.history));
  if ("predictions" in contents) {
    await writeFileAtomic(files.predictions, jsonText(contents.predictions));
  } else {
    await writeFileAtomic(files.confusionMatrix, jsonText(contents.confusion));
    await writeFileAtomic(files.samples, jsonText(contents.samples));
  }
  await writeReport(folder, { ...contents, versions: record.versions, data: record.data });
  await writeRecord(folder, { ...record, status: "done", settings: result.settings, result });
  return { json: result, text: () => trainText(contents, nextRecipe(result.recipe), session) };
}

/** The recipe after this one in the list; none after what is not in it. */
function nextRecipe(name: string): string | undefined {
  const index = recipes.findIndex((recipe) => recipe.name === name);
  return index === -1 ? undefined : (recipes[index + 1] ?? recipes[0])?.name;
}
