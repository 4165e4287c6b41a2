import { untracked, useSignal, useSignalEffect } from "@preact/signals";
import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { numberText, percentText } from "../i18n/numberText.ts";
import type { FollowedRun } from "../state/FollowedRun.ts";
import { keptName } from "../state/keptNames.ts";
import { isActive, training } from "../state/training.ts";
import { appMessages } from "./messages.ts";

/** Tells those who do not see it that a run of this tab has ended, whatever page they are on. */
export function RunEnd(): JSX.Element {
  const said = useSignal("");
  const before = useRef<string | undefined>(undefined);
  useSignalEffect(() => {
    const run = training.value;
    if (run && isActive(run)) {
      if (before.current === undefined) said.value = "";
      before.current = run.run.id;
    } else if (run && before.current === run.run.id) {
      before.current = undefined;
      said.value = endOf(run);
    }
  });
  return (
    <p class="hidden" role="status" data-run-end>
      {said.value}
    </p>
  );
}

function endOf({ run, status }: FollowedRun): string {
  const t = appMessages.peek();
  const name = untracked(() => keptName(run));
  if (status === "failed") return t.runFailed(name);
  const { test } = run.result ?? {};
  if (status !== "done" || !test) return t.runPaused(name);
  const { accuracy, mae = Number.NaN } = test;
  return accuracy === undefined
    ? t.runDoneOff(name, numberText(mae))
    : t.runDoneRight(name, percentText(accuracy));
}
