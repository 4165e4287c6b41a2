import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/** What an element takes that holds the buttons of a group. */
export interface OneTabStop<Holder extends HTMLElement> {
  readonly ref: RefObject<Holder | null>;
  readonly onFocusIn: (event: FocusEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** How buttons lie: in rows as in a grid, or anywhere on a plane. */
type Layout = "rows" | "plane";

/** A button of a group, of HTML or drawn. */
type Button = HTMLElement | SVGElement;

/**
 * Makes a group of buttons one stop of the tab key: within it the arrow keys lead on, Home to the first and End to the last. The stop is
 * the button that had the focus last, else the one that is pressed, else the first.
 */
export function useOneTabStop<Holder extends HTMLElement>(layout: Layout = "rows"): OneTabStop<Holder> {
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
      // A key that the button itself has used.
      if (event.defaultPrevented) return;
      const buttons = buttonsOf(ref.current);
      const here = buttons.find((button) => button === event.target);
      const next = here && neighbour(buttons, here, event.key, layout);
      if (!next) return;
      event.preventDefault();
      next.focus();
    },
  };
}

function buttonsOf(holder: Element | null): Button[] {
  return [...(holder?.querySelectorAll<Button>("button:not(:disabled), [role=button]") ?? [])];
}

function placeStop(buttons: readonly Button[], last: EventTarget | null): void {
  const stop =
    buttons.find((button) => button === last) ??
    buttons.find((button) => button.ariaPressed === "true") ??
    buttons[0];
  for (const button of buttons) button.tabIndex = button === stop ? 0 : -1;
}

/** Of each arrow key the edge by which it measures, and in which direction. */
const ways: Readonly<Record<string, readonly ["left" | "top", 1 | -1]>> = {
  ArrowLeft: ["left", -1],
  ArrowRight: ["left", 1],
  ArrowUp: ["top", -1],
  ArrowDown: ["top", 1],
};

/** The button that a key leads to. */
function neighbour(
  buttons: readonly Button[],
  here: Button,
  key: string,
  layout: Layout,
): Button | undefined {
  if (key === "Home") return buttons[0];
  if (key === "End") return buttons.at(-1);
  const [edge, way] = ways[key] ?? [];
  if (edge === undefined || way === undefined) return undefined;
  // Along a row, and on into the next one.
  if (layout === "rows" && edge === "left") return buttons[buttons.indexOf(here) + way];
  const other = edge === "top" ? "left" : "top";
  const from = here.getBoundingClientRect();
  const beyond = buttons
    .map((button) => ({ button, box: button.getBoundingClientRect() }))
    .map(({ button, box }) => ({
      button,
      ahead: way * (box[edge] - from[edge]),
      aside: Math.abs(box[other] - from[other]),
    }))
    .filter(({ ahead }) => ahead > 1)
    .sort((a, b) => a.ahead - b.ahead || a.aside - b.aside);
  return beyond[0]?.button;
}
