import { bundledModel } from "../../state/modelReference.ts";
import type { Parameters } from "../../state/route.ts";

/** A cell of the confusion matrix. */
export interface Cell {
  readonly actual: number;
  readonly predicted: number;
}

/** What the address says about what is to be seen. */
export interface EvaluateView {
  readonly model: string;
  /** None: the first that can be had. */
  readonly dataset: string | undefined;
  /** The cell whose images are shown. */
  readonly cell: Cell | undefined;
  /** Whether cells show shares of their row instead of counts. */
  readonly percent: boolean;
  /** Whether colour is for the mistakes alone, on a scale of their own. */
  readonly mistakes: boolean;
}

/** Reads the view out of the address. */
export function evaluateView({ model, dataset, cell, percent, mistakes }: Parameters): EvaluateView {
  const [, actual, predicted] = /^(\d{1,4})-(\d{1,4})$/.exec(cell ?? "") ?? [];
  return {
    model: model ?? bundledModel,
    dataset,
    cell: actual === undefined ? undefined : { actual: Number(actual), predicted: Number(predicted) },
    percent: percent === "1",
    mistakes: mistakes === "1",
  };
}

/** A cell as the address has it. */
export function cellText({ actual, predicted }: Cell): string {
  return `${actual}-${predicted}`;
}
