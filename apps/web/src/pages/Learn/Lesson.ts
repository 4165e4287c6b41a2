import type { JSX } from "preact";

/** One idea behind the networks, as something to move. */
export interface Lesson {
  /** What `show=` in the address scrolls to. */
  readonly id: string;
  /** Its name, in the language of the moment. */
  readonly title: () => string;
  readonly View: () => JSX.Element;
}
