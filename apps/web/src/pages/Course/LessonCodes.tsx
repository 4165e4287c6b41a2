import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { LessonCode } from "./LessonSource.ts";
import { courseMessages } from "./messages.ts";

/** What a language's code uses, as its heading. */
const names: Readonly<Record<LessonCode["language"], string>> = { js: "JavaScript", python: "Python, Keras" };

/** The same program in each language, beside each other where there is room, to copy. */
export function LessonCodes({ codes }: { readonly codes: readonly LessonCode[] }): JSX.Element {
  return (
    <div class="lesson-codes">
      {codes.map((code) => (
        <CopyableCode key={code.language} code={code} />
      ))}
    </div>
  );
}

function CopyableCode({ code: { language, text } }: { readonly code: LessonCode }): JSX.Element {
  const t = courseMessages.value;
  const copied = useSignal<"copy" | "copied" | "copyFailed">("copy");
  const copy = (): void => {
    const writing =
      globalThis.navigator.clipboard?.writeText(text) ?? Promise.reject(new Error("no clipboard"));
    writing.then(
      () => (copied.value = "copied"),
      () => (copied.value = "copyFailed"),
    );
  };
  return (
    <div role="group" aria-label={names[language]}>
      <div class="row">
        <strong>{names[language]}</strong>
        <button type="button" class="link" onClick={copy}>
          {t.copy}
        </button>
        <span class="quiet small" role="status">
          {copied.value !== "copy" && t[copied.value]}
        </span>
      </div>
      <pre tabIndex={0}>
        <code>{text}</code>
      </pre>
    </div>
  );
}
