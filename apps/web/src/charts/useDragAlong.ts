import { useSignal } from "@preact/signals";
import { pointIn } from "./pointIn.ts";

/** Two places in a drawing, in its units from its left edge. */
export interface Drag {
  readonly from: number;
  readonly to: number;
}

/** What a drawing takes along which one drags. */
export interface DragAlong {
  /** While one drags. */
  readonly drag: Drag | undefined;
  readonly begin: (event: PointerEvent) => void;
  readonly go: (event: PointerEvent) => void;
  readonly end: () => void;
}

/** Who drags for less than this, in units of the drawing, has only clicked. */
const least = 8;

/**
 * Follows a mouse or a pen that is dragged along a drawing; a finger there scrolls and reads.
 *
 * @param done called with what was dragged over
 */
export function useDragAlong(done: (drag: Drag) => void): DragAlong {
  const drag = useSignal<Drag | undefined>(undefined);
  return {
    drag: drag.value,
    begin(event) {
      if (event.pointerType === "touch" || event.button !== 0) return;
      (event.currentTarget as Element).setPointerCapture(event.pointerId);
      const at = placeOf(event);
      drag.value = { from: at, to: at };
    },
    go(event) {
      if (drag.value) drag.value = { ...drag.value, to: placeOf(event) };
    },
    end() {
      const ended = drag.value;
      drag.value = undefined;
      if (ended && Math.abs(ended.to - ended.from) >= least) done(ended);
    },
  };
}

function placeOf(event: PointerEvent): number {
  return pointIn(event.currentTarget as SVGSVGElement, event).x;
}
