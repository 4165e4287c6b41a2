import { ModelError } from "./ModelError.ts";

/** Throws unless there is something to tell apart: softmax over a single class is 1 whatever comes in. */
export function requireClasses(classes: number): void {
  if (Number.isSafeInteger(classes) && classes > 1) return;
  throw new ModelError(
    "INVALID_ARGUMENT",
    `classes must be an integer from 2, but it is ${classes}. Yes and no are 2 classes; ` +
      "for one sigmoid unit take perceptron, for values mlp with outputs.",
  );
}
