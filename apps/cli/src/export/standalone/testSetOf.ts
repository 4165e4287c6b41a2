import { findDataset, type Samples } from "@minibatch/datasets";
import type { LoadedModel } from "@minibatch/models";
import { errorCode } from "../../exitCode.ts";
import { loadProgress } from "../../loadProgress.ts";
import { ownTestSet } from "../../own/ownTestSet.ts";
import type { ExportContext } from "../ExportTarget.ts";

/** The test set of a model. */
export interface TestSet extends Samples {
  /** What the data are called in print. */
  readonly title: string;
  readonly task: "classification" | "regression";
}

/** Loads the test set that a model was measured on; `undefined`, and a line that says so, where it is not there. */
export async function testSetOf(
  { metadata, model }: LoadedModel,
  { path, session }: ExportContext,
): Promise<TestSet | undefined> {
  try {
    const own = await ownTestSet(path, undefined, metadata, session);
    const dataset = own ?? findDataset(metadata.dataset ?? "");
    const onProgress = loadProgress(session);
    const { test } = await dataset.load({ ...session.source, onProgress, split: "test" });
    const { title, task } = dataset;
    const shape = [test.x.shape[0] ?? 0, ...(model.inputs[0]?.shape ?? []).slice(1).map(Number)];
    const values = shape.reduce((product, length) => product * length, 1);
    if (values !== test.x.data.length) return undefined;
    return { x: { data: test.x.data, shape }, y: test.y, title, task };
  } catch (error) {
    if (session.io.signal.aborted || errorCode(error) === undefined) throw error;
    session.status.print(
      `The test set is not here (${error instanceof Error ? error.message.split("\n")[0] : String(error)}): weights stay float32 unless --weights says otherwise.`,
    );
    return undefined;
  }
}
