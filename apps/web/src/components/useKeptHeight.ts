import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/** Keeps an element as high as it was at its highest, for as long as it is as wide: what stands below does not jump when there is less in it. */
export function useKeptHeight(element: RefObject<HTMLElement | null>): void {
  const highest = useRef({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const width = current.offsetWidth;
    if (highest.current.width !== width) highest.current = { width, height: 0 };
    current.style.minBlockSize = `${highest.current.height}px`;
    highest.current.height = current.getBoundingClientRect().height;
  });
}
