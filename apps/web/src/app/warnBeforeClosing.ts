import { effect } from "@preact/signals";
import { isTrainingOwn, ownTraining } from "../state/ownTraining.ts";
import { trainingActivity } from "../state/training.ts";

/** Has the browser ask before it closes the page while something trains in it. */
export function warnBeforeClosing(): void {
  effect(() => {
    if (trainingActivity.value !== "active" && !isTrainingOwn(ownTraining.value)) return undefined;
    globalThis.addEventListener("beforeunload", ask);
    return () => globalThis.removeEventListener("beforeunload", ask);
  });
}

function ask(event: Event): void {
  event.preventDefault();
}
