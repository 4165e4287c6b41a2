import type { JSX, RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { appMessages } from "../i18n/appMessages.ts";
import { language } from "../i18n/language.ts";
import { hrefOf } from "../state/route.ts";
import { glossary } from "./glossary.ts";
import { glossaryMessages } from "./messages.ts";

/** Pixels between the card and the edge of the window. */
const margin = 8;

/** What a term means, below it, or above it where there is no room. */
export function TermCard({ id, cardId, place, onClose }: TermCardProps): JSX.Element {
  const card = useRef<HTMLSpanElement>(null);
  const t = glossaryMessages.value;
  const entries = glossary.value;
  const entry = typeof entries === "string" ? undefined : entries.find((entry) => entry.id === id);

  useLayoutEffect(() => {
    const stand = (): void => {
      if (!card.current || !place.current) return;
      const { left, top, bottom } = place.current.getBoundingClientRect();
      const { width, height } = card.current.getBoundingClientRect();
      const { innerWidth, innerHeight } = globalThis;
      const above = bottom + height + margin > innerHeight && top > height + margin;
      card.current.style.left = `${Math.max(margin, Math.min(left, innerWidth - width - margin))}px`;
      card.current.style.top = `${above ? top - height : bottom}px`;
    };
    stand();
    // Whatever scrolls, be it a table.
    globalThis.addEventListener("scroll", stand, { capture: true, passive: true });
    return () => globalThis.removeEventListener("scroll", stand, { capture: true });
  }, [entry, place]);

  // With the card itself, not a frame later: who sees it can close it.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key === "Escape") onClose();
    };
    const touch = ({ target }: PointerEvent): void => {
      if (!(target instanceof Node && place.current?.contains(target))) onClose();
    };
    document.addEventListener("keydown", press);
    document.addEventListener("pointerdown", touch);
    return () => {
      document.removeEventListener("keydown", press);
      document.removeEventListener("pointerdown", touch);
    };
  }, [onClose, place]);

  return (
    <span ref={card} id={cardId} class="term-card">
      {entry ? (
        <>
          <strong>{entry[language.value].term}</strong>
          <span>{entry[language.value].text}</span>
        </>
      ) : (
        <span>{entries === "failed" ? t.loadFailed : appMessages.value.loading}</span>
      )}
      <a href={hrefOf("glossary", { show: id })}>{t.all}</a>
    </span>
  );
}

interface TermCardProps {
  readonly id: string;
  /** Of the element. */
  readonly cardId: string;
  /** Where the term stands. */
  readonly place: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}
