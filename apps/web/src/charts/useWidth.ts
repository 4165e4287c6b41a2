import { useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

/** What is drawn before an element has been measured: as wide as a narrow phone has room for. */
const narrow = 320;
/** What leaves no room beside the numbers of an axis: an element has it for a moment, while what is around it changes. */
const none = 100;
/** The size of type at which a unit is a pixel. */
const usual = 16;

/** How many units an element is wide, now and whenever it changes. A unit is a pixel, and more in large type, so that words in a drawing grow too. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const width = useSignal(narrow);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return undefined;
    const measure = (): void => {
      const type = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      const units = Math.round((current.clientWidth * usual) / type);
      // Hidden, too, it is drawn as it was.
      if (units > none) width.value = units;
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element, width]);
  return width.value;
}
