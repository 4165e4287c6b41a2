import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { MarkedText } from "../../../glossary/MarkedText.tsx";
import { route } from "../../../state/route.ts";
import type { LessonFigure } from "./LessonFigure.ts";

/** A figure within a lesson: its name, a sentence, what one moves, and what moves with it. */
export function FigureFrame({
  figure: { id, title },
  text,
  controls,
  children,
}: FigureFrameProps): JSX.Element {
  const frame = useRef<HTMLElement>(null);
  const shown = route.value.parameters["show"] === id;
  useEffect(() => {
    if (!shown) return;
    frame.current?.focus({ preventScroll: true });
    frame.current?.scrollIntoView();
  }, [shown]);
  return (
    <section ref={frame} class="lesson-figure" tabIndex={-1} aria-labelledby={id}>
      <div class="stack tight">
        <p class="figure-name" id={id}>
          {title()}
        </p>
        <p class="quiet">
          <MarkedText text={text} />
        </p>
      </div>
      <div class="beside">
        <div class="stack tight">{controls}</div>
        <div class="stack shown">{children}</div>
      </div>
    </section>
  );
}

interface FigureFrameProps {
  readonly figure: Pick<LessonFigure, "id" | "title">;
  readonly text: string;
  readonly controls: ComponentChildren;
  readonly children: ComponentChildren;
}
