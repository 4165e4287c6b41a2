import { useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

/** What is drawn before an element has been measured, in pixels: as wide as a narrow phone has room for. */
const narrow = 320;

/** The width of an element in pixels, now and whenever it changes. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const width = useSignal(narrow);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return undefined;
    const measure = (): void => {
      // Hidden it has none, and is drawn as it was.
      width.value = Math.round(current.clientWidth) || width.peek();
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element, width]);
  return width.value;
}
