import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { isDark } from "../../../state/theme.ts";
import { raceLoss, type RacePath, raceReach } from "./raceNetwork.ts";

const cells = 96;
/** The loss of each cell, by its logarithm from 0 to 1: valleys show as well as slopes. */
const heights = Array.from({ length: cells * cells }, (_, at) => {
  const [row, column] = [Math.floor(at / cells), at % cells];
  const toWeight = (cell: number): number => ((cell + 0.5) / cells) * 2 * raceReach - raceReach;
  const loss = raceLoss([toWeight(column), -toWeight(row)]);
  return (Math.log(loss) - Math.log(0.005)) / (Math.log(20) - Math.log(0.005));
});

/** The loss of each pair of weights, seen from above, with the ways of marbles on it; a click lets them go elsewhere. */
export function LossSurface({ label, paths, step, onStart }: LossSurfaceProps): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const dark = isDark.value;
  useLayoutEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context) return;
    const image = context.createImageData(cells, cells);
    const ink = dark ? [236, 236, 232] : [27, 27, 25];
    for (const [at, height] of heights.entries()) {
      // In steps, as on a map.
      const level = Math.round(Math.min(1, Math.max(0, height)) * 12) / 12;
      image.data.set([...ink, level * 150], at * 4);
    }
    context.putImageData(image, 0, 0);
  }, [dark]);
  const place = (weights: readonly number[]): readonly [number, number] => {
    const [first = 0, second = 0] = weights.map((weight) => Math.min(20, Math.max(-20, weight)));
    return [((first + raceReach) / raceReach) * 50, ((raceReach - second) / raceReach) * 50];
  };
  const start = (event: MouseEvent): void => {
    const { left, top, width, height } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const toWeight = (share: number): number => Math.round((share * 2 - 1) * raceReach * 10) / 10;
    onStart([toWeight((event.clientX - left) / width), -toWeight((event.clientY - top) / height)]);
  };
  return (
    <div class="surface" onClick={start}>
      <canvas ref={canvas} width={cells} height={cells} aria-hidden="true" />
      <svg viewBox="0 0 100 100" role="img" aria-label={label}>
        {paths.map(({ rule, path }) => {
          const walked = path.slice(0, step + 1).map(place);
          const [x, y] = walked.at(-1) ?? [0, 0];
          return (
            <g key={rule} class={rule}>
              <path d={`M${walked.map((point) => point.join(" ")).join("L")}`} />
              <circle cx={x} cy={y} r="2.6" />
              <text x={x} y={y} dy="0.35em">
                {rule[0]?.toUpperCase()}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}

interface LossSurfaceProps {
  /** What it shows, for those who do not see it. */
  readonly label: string;
  readonly paths: readonly RacePath[];
  /** How far the marbles have come. */
  readonly step: number;
  readonly onStart: (weights: readonly number[]) => void;
}
