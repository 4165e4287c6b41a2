import { saveModel } from "@minibatch/models";
import { type RecipeResult, recipes } from "@minibatch/recipes";
import { historyToCsv } from "@minibatch/training";
import type { Output } from "../Output.ts";
import { writeReport } from "../report/writeReport.ts";
import { jsonText } from "../run/jsonText.ts";
import { pickSamples } from "../run/pickSamples.ts";
import type { RunRecord, TrainResult } from "../run/RunRecord.ts";
import { runFiles } from "../run/runFiles.ts";
import { writeFileAtomic } from "../run/writeFileAtomic.ts";
import { writeRecord } from "../run/writeRecord.ts";
import type { Session } from "../Session.ts";
import { trainText } from "./trainText.ts";

/** Fills the run folder; the record says `done` only when all of it is there. */
export async function writeRun(
  folder: string,
  record: RunRecord,
  result: RecipeResult,
  session: Session,
): Promise<Output> {
  const { recipe, dataset, parameters, settings, samples, history, test, published } = result;
  const { samplesPerSecond, seconds, metadata } = result;
  const { seed, epochs } = settings;
  const out = session.display(folder);
  const json: TrainResult = {
    recipe,
    dataset,
    // By our name: what tfjs calls "tensorflow" is our "node".
    backend: record.backend,
    parameters,
    seed,
    epochs,
    settings,
    samples,
    history,
    test,
    published,
    samplesPerSecond,
    seconds,
    out,
  };
  const classNames = metadata.classNames ?? result.confusionMatrix.map((_, index) => String(index));
  const confusion = { classNames, matrix: result.confusionMatrix };
  const picked = pickSamples(result.testSet, result.testProbabilities, classNames);
  const files = runFiles(folder);
  await saveModel(result.model, folder, metadata);
  await writeFileAtomic(files.history, historyToCsv(history));
  await writeFileAtomic(files.confusionMatrix, jsonText(confusion));
  await writeFileAtomic(files.samples, jsonText(picked));
  await writeReport(folder, { result: json, versions: record.versions, confusion, samples: picked });
  await writeRecord(folder, { ...record, status: "done", settings, result: json });
  return { json, text: () => trainText(json, confusion, nextRecipe(recipe), session) };
}

/** The recipe after this one in the list. */
function nextRecipe(name: string): string {
  const index = recipes.findIndex((recipe) => recipe.name === name);
  return (recipes[index + 1] ?? recipes[0])?.name ?? name;
}
