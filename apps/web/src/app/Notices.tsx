import { signal } from "@preact/signals";
import type { JSX } from "preact";
import { memoryReason } from "../storage/pageMemory.ts";
import { appMessages } from "./messages.ts";

/** What was read and put away; each is said once. */
const read = signal<ReadonlySet<string>>(new Set());

/** What is different in this browser, on whatever page one learns it. */
export function Notices(): JSX.Element | null {
  const t = appMessages.value;
  const reason = memoryReason.value;
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
