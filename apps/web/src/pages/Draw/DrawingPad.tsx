import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { paintPixels } from "../../charts/paintPixels.ts";
import {
  continueStroke,
  drawing,
  PAGE_SIZE,
  type Point,
  startStroke,
  undoStroke,
} from "../../state/drawing.ts";
import { isDark } from "../../state/theme.ts";
import { drawStrokes } from "./drawStrokes.ts";
import { drawMessages } from "./messages.ts";

/** Twice the page's size, so that lines are smooth on fine screens. */
const PIXELS = 2 * PAGE_SIZE;

/** How far an arrow key moves the pen. */
const STEP = 10;

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/** The page to draw on, with mouse, finger, pen or arrow keys. */
export function DrawingPad(): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawnBy = useRef<number | undefined>(undefined);
  const pen = useSignal({ x: PAGE_SIZE / 2, y: PAGE_SIZE / 2, down: false, visible: false });
  const drawn = drawing.value;
  const dark = isDark.value;

  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context) return;
    context.clearRect(0, 0, PIXELS, PIXELS);
    const ink = dark ? 236 : 27;
    if (drawn.type === "example") {
      paintPixels(context, drawn.image, { size: 28, ink: [ink, ink, ink] });
      return;
    }
    context.strokeStyle = `rgb(${ink} ${ink} ${ink})`;
    drawStrokes(context, drawn.strokes);
  }, [drawn, dark]);

  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const box = canvas.current?.getBoundingClientRect() ?? new DOMRect();
    const scale = PAGE_SIZE / box.width;
    return { x: (clientX - box.left) * scale, y: (clientY - box.top) * scale };
  };
  const onPointerDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    canvas.current?.setPointerCapture(event.pointerId);
    drawnBy.current = event.pointerId;
    pen.value = { ...pen.value, down: false, visible: false };
    startStroke(pointOf(event));
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (event.pointerId !== drawnBy.current) return;
    // A browser hands out one event a frame, and the points between them with it.
    const events = event.getCoalescedEvents();
    continueStroke((events.length > 0 ? events : [event]).map(pointOf));
  };
  const onPointerEnd = (): void => {
    drawnBy.current = undefined;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "z" && (event.ctrlKey || event.metaKey)) {
      undoStroke();
    } else if (event.key === " ") {
      const down = !pen.value.down;
      pen.value = { ...pen.value, down, visible: true };
      if (down) startStroke(pen.value);
    } else {
      const step = arrows[event.key];
      if (!step) return;
      pen.value = {
        ...pen.value,
        x: clamp(pen.value.x + step[0]),
        y: clamp(pen.value.y + step[1]),
        visible: true,
      };
      if (pen.value.down) continueStroke([pen.value]);
    }
    event.preventDefault();
  };

  const { x, y, down, visible } = pen.value;
  return (
    <div class="pad">
      <canvas
        ref={canvas}
        width={PIXELS}
        height={PIXELS}
        tabIndex={0}
        role="application"
        aria-label={drawMessages.value.pad}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerEnd}
        onPointerCancel={onPointerEnd}
        onKeyDown={onKeyDown}
        onBlur={() => (pen.value = { ...pen.value, down: false, visible: false })}
      />
      {visible && (
        <span
          class={down ? "pen down" : "pen"}
          aria-hidden="true"
          style={{
            insetInlineStart: `${(x / PAGE_SIZE) * 100}%`,
            insetBlockStart: `${(y / PAGE_SIZE) * 100}%`,
          }}
        />
      )}
    </div>
  );
}

function clamp(position: number): number {
  return Math.min(PAGE_SIZE, Math.max(0, position));
}
