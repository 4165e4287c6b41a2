import { untracked, useSignal, useSignalEffect } from "@preact/signals";
import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { type TrainingPage, trainingPages } from "../state/runningTrainings.ts";
import { trainingEnd } from "./trainingEnd.ts";

/** Tells those who do not see it that something has ended which trained in this tab, whatever page they are on. */
export function RunEnd(): JSX.Element {
  const said = useSignal("");
  const before = useRef<readonly TrainingPage[]>([]);
  useSignalEffect(() => {
    const now = trainingPages.value;
    const ended = before.current.filter((page) => !now.includes(page));
    const begun = now.some((page) => !before.current.includes(page));
    before.current = now;
    if (ended.length > 0) said.value = untracked(() => ended.map(trainingEnd).join(" "));
    else if (begun) said.value = "";
  });
  return (
    <p class="hidden" role="status" data-run-end>
      {said.value}
    </p>
  );
}
