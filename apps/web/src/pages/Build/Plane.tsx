import type { JSX } from "preact";
import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { mostPoints } from "../../network/pointsText.ts";
import { building } from "../../state/building.ts";
import type { PlaneSource } from "../../storage/PlaneSource.ts";
import { buildMessages } from "./messages.ts";
import { PlanePicture } from "./PlanePicture.tsx";
import { PlaneWords } from "./PlaneWords.tsx";
import { penClass, setPoints } from "./PointPen.tsx";

/** The plane: points, what the network answers around them, and where one puts points of one's own. */
export function Plane({ source }: { readonly source: PlaneSource }): JSX.Element {
  const t = buildMessages.value;
  const canvas = useRef<HTMLCanvasElement>(null);
  const cross = useSignal({ x: 0, y: 0, visible: false });
  const { network, view } = building.value ?? {};
  const own = source.shape === "own" ? source.points : undefined;
  const points = own ?? network?.points?.train ?? [];
  const labels = new Set(points.map(({ label }) => label));
  const boundary = view?.kind === "plane" && labels.size > 1 ? view.boundary : undefined;

  const add = (x: number, y: number): void => {
    // The first click into a drawn set begins one of one's own.
    const before = own ?? [];
    const point = { x: clamped(x), y: clamped(y), label: penClass.value };
    if (before.length < mostPoints) setPoints([...before, point]);
  };
  const onPointerDown = (event: PointerEvent): void => {
    const box = canvas.current?.getBoundingClientRect();
    if (event.button !== 0 || !box) return;
    cross.value = { ...cross.value, visible: false };
    add(((event.clientX - box.left) / box.width) * 2 - 1, 1 - ((event.clientY - box.top) / box.height) * 2);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { x, y } = cross.value;
    const [right, up] = arrows[event.key] ?? [0, 0];
    if (event.key === " ") add(x, y);
    else if (right === 0 && up === 0) return;
    cross.value = { x: clamped(x + right), y: clamped(y + up), visible: true };
    event.preventDefault();
  };
  return (
    <div class="stack tight">
      <div class="plane-pad">
        <PlanePicture
          canvas={canvas}
          points={points}
          boundary={boundary}
          tabIndex={0}
          role="application"
          aria-label={t.pad}
          onPointerDown={onPointerDown}
          onKeyDown={onKeyDown}
          onBlur={() => (cross.value = { ...cross.value, visible: false })}
        />
        {cross.value.visible && (
          <span
            class="cross"
            aria-hidden="true"
            style={{
              insetInlineStart: `${(cross.value.x + 1) * 50}%`,
              insetBlockStart: `${(1 - cross.value.y) * 50}%`,
            }}
          />
        )}
      </div>
      {boundary && <PlaneWords points={points} boundary={boundary} />}
    </div>
  );
}

/** How far an arrow key moves the cross. */
const step = 0.05;

const arrows: Readonly<Record<string, readonly [right: number, up: number]>> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, step],
  ArrowDown: [0, -step],
};

function clamped(value: number): number {
  return Math.min(1, Math.max(-1, value));
}
