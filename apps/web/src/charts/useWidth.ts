import { useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

/** What is drawn before an element has been measured, in pixels: as wide as a narrow phone has room for. */
const narrow = 320;
/** What leaves no room beside the numbers of an axis, in pixels: an element has it for a moment, while what is around it changes. */
const none = 100;

/** The width of an element in pixels, now and whenever it changes. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const width = useSignal(narrow);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return undefined;
    const measure = (): void => {
      // Hidden, too, it is drawn as it was.
      if (current.clientWidth > none) width.value = Math.round(current.clientWidth);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element, width]);
  return width.value;
}
