import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { route } from "../../state/route.ts";
import type { Lesson } from "./Lesson.ts";

/** One idea: its name, a sentence, what one moves, and what moves with it. */
export function Idea({ lesson: { id, title }, text, controls, children }: IdeaProps): JSX.Element {
  const section = useRef<HTMLElement>(null);
  const shown = route.value.parameters["show"] === id;
  useEffect(() => {
    if (!shown) return;
    section.current?.focus({ preventScroll: true });
    section.current?.scrollIntoView();
  }, [shown]);
  return (
    <section ref={section} class="idea" tabIndex={-1} aria-labelledby={id}>
      <div class="stack tight">
        <h2 id={id}>{title()}</h2>
        <p class="quiet">{text}</p>
      </div>
      <div class="beside">
        <div class="stack tight">{controls}</div>
        <div class="stack shown">{children}</div>
      </div>
    </section>
  );
}

interface IdeaProps {
  readonly lesson: Lesson;
  readonly text: string;
  readonly controls: ComponentChildren;
  readonly children: ComponentChildren;
}
