import type { JSX } from "preact";
import { hiddenParts, isPresenting } from "../../state/presentation.ts";
import { setParameters } from "../../state/route.ts";
import { courseMessages } from "./messages.ts";

/** Sets how lessons look to a class; the address keeps it on every page, so that a teacher can send it. */
export function ForClass(): JSX.Element {
  const t = courseMessages.value;
  const hidden = hiddenParts.value;
  const isWithoutCode = hidden.includes("code");
  const parts = isWithoutCode ? hidden.filter((part) => part !== "code") : [...hidden, "code"];
  return (
    <div class="row for-class" role="group" aria-label={t.forClass}>
      <span class="quiet">{t.forClass}</span>
      <button
        type="button"
        aria-pressed={isPresenting.value}
        onClick={() => setParameters({ present: isPresenting.value ? undefined : "1" })}
      >
        {t.large}
      </button>
      <button
        type="button"
        aria-pressed={isWithoutCode}
        onClick={() => setParameters({ hide: parts.join(" ") || undefined })}
      >
        {t.withoutCode}
      </button>
    </div>
  );
}
