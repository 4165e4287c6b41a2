import { type ReadonlySignal, signal } from "@preact/signals";
import { type Failure, failureOf } from "../worker/Failure.ts";
import type { Evaluation } from "../worker/commands/evaluate.ts";
import type { OpenModel } from "../worker/commands/openModel.ts";
import { reader } from "../worker/workers.ts";
import { modelReference } from "./modelReference.ts";

/** Which model on the test set of which dataset. */
export interface EvaluationSubject {
  readonly model: string;
  readonly dataset: string;
}

/** An evaluation on its way or done. */
export interface EvaluationInView {
  readonly subject: EvaluationSubject;
  readonly status: "opening" | "loading" | "running" | "done" | "failed";
  /** Of loading or of running, 0 to 1. */
  readonly progress?: number;
  readonly model?: OpenModel;
  readonly result?: Evaluation;
  /** Why it failed. */
  readonly failure?: Failure;
}

const current = signal<EvaluationInView | undefined>(undefined);
let controller: AbortController | undefined;

/** What is being evaluated, or was evaluated last. */
export const evaluation: ReadonlySignal<EvaluationInView | undefined> = current;

/** Evaluates a model; one that is on its way is given up. */
export async function startEvaluation(subject: EvaluationSubject): Promise<void> {
  controller?.abort();
  const own = new AbortController();
  controller = own;
  const show = (changes: Omit<EvaluationInView, "subject">): void => {
    if (controller === own) current.value = { ...current.value, subject, ...changes };
  };
  current.value = { subject, status: "opening" };
  try {
    const model = await reader
      .get()
      .call("openModel", { model: modelReference(subject.model) }, { signal: own.signal });
    show({ status: "loading", model });
    const result = await reader.get().call(
      "evaluate",
      { dataset: subject.dataset },
      {
        signal: own.signal,
        onEvent(event) {
          if (event.type === "rows") show({ status: "running", progress: event.done / event.total });
          else show({ status: "loading", progress: event.loadedBytes / Math.max(1, event.totalBytes) });
        },
      },
    );
    show({ status: "done", result });
  } catch (error) {
    show({ status: "failed", failure: failureOf(error) });
  }
}
