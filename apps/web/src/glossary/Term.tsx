import "./term.css";
import { useSignal } from "@preact/signals";
import type { ComponentChildren, JSX, TargetedFocusEvent, TargetedPointerEvent } from "preact";
import { useId, useRef } from "preact/hooks";
import { loadGlossary } from "./glossary.ts";
import { glossaryMessages } from "./messages.ts";
import { TermCard } from "./TermCard.tsx";

/** Milliseconds that a mouse rests on a term before the card comes, and that it may take on its way from the term to the card. */
const rest = 150;

/**
 * A word of the glossary: a card with what it means comes under the mouse, by a tap, and with the focus of the keyboard. Escape, a tap
 * elsewhere and leaving it close the card.
 */
export function Term({ id, children, beside }: TermProps): JSX.Element {
  // One that came by a click stays when the mouse leaves.
  const card = useSignal<"closed" | "passing" | "kept">("closed");
  const cardId = useId();
  const place = useRef<HTMLSpanElement>(null);
  const pending = useRef<ReturnType<typeof setTimeout>>(undefined);
  const set = (state: "closed" | "passing" | "kept"): void => {
    clearTimeout(pending.current);
    if (state !== "closed") loadGlossary();
    card.value = state;
  };
  const soon = (state: "closed" | "passing"): void => {
    clearTimeout(pending.current);
    pending.current = setTimeout(() => set(state), rest);
  };
  const byMouse = ({ pointerType }: TargetedPointerEvent<HTMLElement>): boolean =>
    pointerType === "mouse" && card.value !== "kept";
  const leave = ({ relatedTarget, currentTarget }: TargetedFocusEvent<HTMLElement>): void => {
    if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) set("closed");
  };
  const isOpen = card.value !== "closed";
  return (
    <span
      ref={place}
      class="term-place"
      onPointerEnter={(event) => byMouse(event) && soon("passing")}
      onPointerLeave={(event) => byMouse(event) && soon("closed")}
      onFocusOut={leave}
    >
      <button
        type="button"
        class={beside === undefined ? "term" : "term-mark"}
        aria-expanded={isOpen}
        aria-describedby={isOpen ? cardId : undefined}
        // A tap focuses the button too, and then clicks it.
        onFocus={({ currentTarget }) => currentTarget.matches(":focus-visible") && set("kept")}
        onClick={() => set(card.value === "kept" ? "closed" : "kept")}
      >
        {beside === undefined ? (
          children
        ) : (
          <>
            <span aria-hidden="true">?</span>
            <span class="hidden">{glossaryMessages.value.what(beside)}</span>
          </>
        )}
      </button>
      {isOpen && <TermCard id={id} cardId={cardId} place={place} onClose={() => set("closed")} />}
    </span>
  );
}

interface TermProps {
  /** Of the glossary, such as `learning-rate`. */
  readonly id: string;
  /** The word as it stands in the text. */
  readonly children?: ComponentChildren;
  /** A label that must stay one: a small mark stands beside it in place of the word. */
  readonly beside?: string;
}
