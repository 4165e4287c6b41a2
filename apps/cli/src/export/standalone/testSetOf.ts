import { findDataset } from "@minibatch/datasets";
import type { LoadedModel } from "@minibatch/models";
import { samplesFor } from "@minibatch/recipes";
import type { TestSet } from "@minibatch/standalone";
import { errorCode } from "../../exitCode.ts";
import { loadProgress } from "../../loadProgress.ts";
import { ownTestSet } from "../../evaluate/ownTestSet.ts";
import type { ExportContext } from "../ExportTarget.ts";

/** The test set of a model, with a name. */
export interface NamedTestSet extends TestSet {
  /** What the data are called in print. */
  readonly title: string;
}

/** Loads the test set that a model was measured on; `undefined`, and a line that says so, where it is not there. */
export async function testSetOf(
  loaded: LoadedModel,
  { path, session }: ExportContext,
): Promise<NamedTestSet | undefined> {
  const { metadata } = loaded;
  try {
    const own = await ownTestSet(path, undefined, metadata, session);
    const dataset = own ?? findDataset(metadata.dataset ?? "");
    const onProgress = loadProgress(session);
    const { test } = await dataset.load({ ...session.source, onProgress, split: "test" });
    const { title, task } = dataset;
    const samples = samplesFor(loaded, dataset, test);
    return samples && { ...samples, title, task };
  } catch (error) {
    if (session.io.signal.aborted || errorCode(error) === undefined) throw error;
    session.status.print(
      `The test set is not here (${error instanceof Error ? error.message.split("\n")[0] : String(error)}): weights stay float32 unless --weights says otherwise.`,
    );
    return undefined;
  }
}
