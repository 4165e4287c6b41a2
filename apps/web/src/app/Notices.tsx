import { signal } from "@preact/signals";
import type { JSX } from "preact";
import { type Failure, failureOf } from "../worker/Failure.ts";
import { failureText } from "../i18n/failureText.ts";
import { memoryReason } from "../storage/pageMemory.ts";
import { WorkerError } from "../worker/WorkerError.ts";
import { appMessages } from "../i18n/appMessages.ts";

/** What was read and put away; each is said once. */
const read = signal<ReadonlySet<string>>(new Set());

/** What failed where no page was waiting for it, such as a file that a deploy took away. */
const failure = signal<Failure | undefined>(undefined);

globalThis.addEventListener("unhandledrejection", ({ reason }) => {
  // Whoever ends a worker knows that it does not answer any more.
  if (reason instanceof WorkerError && reason.code === "TERMINATED") return;
  failure.value = failureOf(reason);
});

/** What is different in this browser, and what went wrong, on whatever page one learns it. */
export function Notices(): JSX.Element | null {
  const t = appMessages.value;
  const reason = memoryReason.value;
  if (failure.value !== undefined) {
    return (
      <div class="notice" role="alert">
        <p>
          {t.wentWrong(failureText(failure.value))}{" "}
          <button type="button" class="link" onClick={() => globalThis.location.reload()}>
            {t.reload}
          </button>
        </p>
      </div>
    );
  }
  if (reason === undefined || read.value.has(reason)) return null;
  return (
    <div class="notice" role="status">
      <p>
        {reason === "full" ? t.isFull : t.keepsNothing}{" "}
        <button type="button" class="link" onClick={() => (read.value = new Set([...read.value, reason]))}>
          {t.fine}
        </button>
      </p>
    </div>
  );
}
