import type { JSX } from "preact";
import { useId, useRef } from "preact/hooks";
import { useOneTabStop } from "../../../components/useOneTabStop.ts";
import { numberText } from "../../../i18n/numberText.ts";
import type { PlanePoint } from "@minibatch/recipes";
import { boundaryMessages } from "./boundaryMessages.ts";
import { boundarySum, changePoint } from "./boundaryNeuron.ts";

/** The plane from -1 to 1 both ways, as wide and as high in the units of the drawing. */
const size = 100;
const toX = (x: number): number => ((x + 1) / 2) * size;
const toY = (y: number): number => ((1 - y) / 2) * size;
/** How far an arrow key moves a point, with Shift: alone it leads to another one. */
const keyStep = 0.05;
const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-keyStep, 0],
  ArrowRight: [keyStep, 0],
  ArrowUp: [0, keyStep],
  ArrowDown: [0, -keyStep],
};
/** Who moves a point by less than this, in pixels, has only clicked. */
const leastDrag = 4;
/** The ground is drawn so far from the line, in units of the plane, with a colour at each of these shares. */
const reach = 3;
const shares = Array.from({ length: 49 }, (_, at) => at / 48);

/** Points of two classes that one moves, and the line where a neuron's sum is zero. */
export function BoundaryPlane({ neuron, points, label }: BoundaryPlaneProps): JSX.Element {
  const t = boundaryMessages.value;
  const ground = useId();
  const stop = useOneTabStop<HTMLDivElement>("plane");
  const [first = 0, second = 0, bias = 0] = neuron;
  const length = Math.hypot(first, second);
  const across = length === 0 ? [1, 0] : [first / length, second / length];
  const [along = 0, up = 0] = across;
  // Of all places on the line, the one nearest to the middle.
  const foot = length === 0 ? { x: 0, y: 0 } : { x: (-bias * along) / length, y: (-bias * up) / length };
  const beside = (distance: number, sideways = 0): { readonly x: number; readonly y: number } => ({
    x: toX(foot.x + distance * along - sideways * up),
    y: toY(foot.y + distance * up + sideways * along),
  });
  const [start, end] = [beside(-reach), beside(reach)];
  const [low, high] = [beside(0, -reach), beside(0, reach)];
  const [arrow, left, right] = [beside(0.3), beside(0.22, 0.05), beside(0.22, -0.05)];
  return (
    // Around the drawing: Chromium gives one that listens to the focus a stop of its own.
    <div {...stop}>
      <svg class="boundary" viewBox={`0 0 ${size} ${size}`} role="group" aria-label={label}>
        <linearGradient
          id={ground}
          gradientUnits="userSpaceOnUse"
          x1={start.x}
          y1={start.y}
          x2={end.x}
          y2={end.y}
        >
          {shares.map((share) => {
            const sum = length === 0 ? bias : length * reach * (2 * share - 1);
            const sure = 2 / (1 + Math.exp(-Math.abs(sum))) - 1;
            return (
              <stop
                key={share}
                class={sum < 0 ? "first-class" : "second-class"}
                offset={share}
                stop-opacity={0.5 * sure}
              />
            );
          })}
        </linearGradient>
        <rect width={size} height={size} fill={`url(#${ground})`} />
        {length > 0 && (
          <>
            <path class="line" d={`M${low.x} ${low.y}L${high.x} ${high.y}`} />
            <path
              class="arrow"
              d={`M${toX(foot.x)} ${toY(foot.y)}L${arrow.x} ${arrow.y}M${left.x} ${left.y}L${arrow.x} ${arrow.y}L${right.x} ${right.y}`}
            />
          </>
        )}
        {points.map((point, at) => (
          <PointHandle
            key={at}
            point={point}
            isRight={boundarySum(neuron, point) > 0 === (point.label === 1)}
            name={t.point(
              point.label === 0 ? t.disc : t.square,
              numberText(point.x, { maximumFractionDigits: 2 }),
              numberText(point.y, { maximumFractionDigits: 2 }),
            )}
            onChange={(changed) => changePoint(at, changed)}
          />
        ))}
      </svg>
    </div>
  );
}

interface BoundaryPlaneProps {
  /** The two weights and the bias. */
  readonly neuron: readonly number[];
  readonly points: readonly PlanePoint[];
  /** What it shows, for those who do not see it. */
  readonly label: string;
}

function PointHandle({ point, isRight, name, onChange }: PointHandleProps): JSX.Element {
  const { x, y, label } = point;
  const moved = (x: number, y: number): void => onChange({ label, x: within(x), y: within(y) });
  const flip = (): void => onChange({ ...point, label: label === 0 ? 1 : 0 });
  const pressed = useRef({ x: 0, y: 0, isDragged: false });
  const drag = (event: PointerEvent & { currentTarget: SVGElement }): void => {
    const plane = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
    if (!plane || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const { current: from } = pressed;
    from.isDragged ||= Math.hypot(event.clientX - from.x, event.clientY - from.y) >= leastDrag;
    if (!from.isDragged) return;
    moved(
      ((event.clientX - plane.left) / plane.width) * 2 - 1,
      1 - ((event.clientY - plane.top) / plane.height) * 2,
    );
  };
  return (
    <g
      class={`point ${label === 0 ? "first-class" : "second-class"}`}
      data-right={isRight}
      role="button"
      aria-label={name}
      transform={`translate(${toX(x)} ${toY(y)})`}
      onPointerDown={(event) => {
        pressed.current = { x: event.clientX, y: event.clientY, isDragged: false };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={drag}
      onClick={() => {
        // The end of a drag is a click as well.
        if (!pressed.current.isDragged) flip();
      }}
      onKeyDown={(event) => {
        const [toRight, up] = (event.shiftKey && arrows[event.key]) || [0, 0];
        if (event.key === "Enter" || event.key === " ") flip();
        else if (toRight === 0 && up === 0) return;
        else moved(x + toRight, y + up);
        event.preventDefault();
      }}
    >
      <circle class="finger" r="6" />
      {label === 0 ? <circle r="2.2" /> : <rect x="-2" y="-2" width="4" height="4" />}
    </g>
  );
}

interface PointHandleProps {
  readonly point: PlanePoint;
  /** Whether the neuron has it on its side. */
  readonly isRight: boolean;
  readonly name: string;
  readonly onChange: (point: PlanePoint) => void;
}

function within(value: number): number {
  return Math.min(1, Math.max(-1, value));
}
