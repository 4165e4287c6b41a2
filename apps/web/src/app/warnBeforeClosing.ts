import { effect } from "@preact/signals";
import { trainingPages } from "../state/runningTrainings.ts";

/** Has the browser ask before it closes the page while something trains in it. */
export function warnBeforeClosing(): void {
  effect(() => {
    if (trainingPages.value.length === 0) return undefined;
    globalThis.addEventListener("beforeunload", ask);
    return () => globalThis.removeEventListener("beforeunload", ask);
  });
}

function ask(event: Event): void {
  event.preventDefault();
}
