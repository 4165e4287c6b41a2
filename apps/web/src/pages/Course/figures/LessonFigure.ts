import type { JSX } from "preact";

/** A figure of a lesson that one moves. */
export interface LessonFigure {
  /** What a comment `<!-- figure: id -->` of a guide places, and `show=` in the address scrolls to. */
  readonly id: string;
  /** Its name, in the language of the moment. */
  readonly title: () => string;
  readonly View: () => JSX.Element;
}
