import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/** What an element takes that holds the buttons of a grid. */
export interface OneTabStop<Holder extends HTMLElement> {
  readonly ref: RefObject<Holder | null>;
  readonly onFocusIn: (event: FocusEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * Makes a grid of buttons one stop of the tab key: within it the arrow keys lead on, Home to the first and End to the last. The stop is
 * the button that had the focus last, else the one that is pressed, else the first.
 */
export function useOneTabStop<Holder extends HTMLElement>(): OneTabStop<Holder> {
  const ref = useRef<Holder | null>(null);
  const last = useRef<EventTarget | null>(null);
  // After each time that it is drawn: there may be other buttons.
  useLayoutEffect(() => placeStop(buttonsOf(ref.current), last.current));
  return {
    ref,
    onFocusIn({ target }) {
      last.current = target;
      placeStop(buttonsOf(ref.current), target);
    },
    onKeyDown(event) {
      const buttons = buttonsOf(ref.current);
      const here = buttons.find((button) => button === event.target);
      const next = here && neighbour(buttons, here, event.key);
      if (!next) return;
      event.preventDefault();
      next.focus();
    },
  };
}

function buttonsOf(holder: HTMLElement | null): HTMLElement[] {
  return [...(holder?.querySelectorAll<HTMLElement>("button:not(:disabled)") ?? [])];
}

function placeStop(buttons: readonly HTMLElement[], last: EventTarget | null): void {
  const stop =
    buttons.find((button) => button === last) ??
    buttons.find((button) => button.ariaPressed === "true") ??
    buttons[0];
  for (const button of buttons) button.tabIndex = button === stop ? 0 : -1;
}

/** The button that a key leads to; up and down to the nearest one of the row there. */
function neighbour(buttons: readonly HTMLElement[], here: HTMLElement, key: string): HTMLElement | undefined {
  const at = buttons.indexOf(here);
  if (key === "ArrowRight") return buttons[at + 1];
  if (key === "ArrowLeft") return buttons[at - 1];
  if (key === "Home") return buttons[0];
  if (key === "End") return buttons.at(-1);
  if (key !== "ArrowDown" && key !== "ArrowUp") return undefined;
  const from = here.getBoundingClientRect();
  const way = key === "ArrowDown" ? 1 : -1;
  const beyond = buttons
    .map((button) => ({ button, box: button.getBoundingClientRect() }))
    .map(({ button, box }) => ({
      button,
      down: way * (box.top - from.top),
      aside: Math.abs(box.left - from.left),
    }))
    .filter(({ down }) => down > 1)
    .sort((a, b) => a.down - b.down || a.aside - b.aside);
  return beyond[0]?.button;
}
