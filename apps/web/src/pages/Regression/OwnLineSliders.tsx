import type { JSX } from "preact";
import type { StraightLine } from "../../charts/LineHandles.tsx";
import type { Span } from "../../charts/spanWithin.ts";
import { ticks } from "../../charts/ticks.ts";
import { Slider } from "../../components/Slider.tsx";
import { regressionMessages } from "./messages.ts";
import { turnedLine } from "./straightLines.ts";

/** Slope and intercept of the line that one draws: what the ends of the line are to a pointer. */
export function OwnLineSliders({ line, x, y, onMove }: OwnLineSlidersProps): JSX.Element {
  const t = regressionMessages.value;
  const middle = (x[0] + x[1]) / 2;
  const steepest = (2 * (y[1] - y[0])) / (x[1] - x[0]);
  const rise = line.slope * middle;
  return (
    <div class="own-line">
      {/* It turns about the middle of the figure: about x = 0 it would be out of sight at once. */}
      <Slider
        label={t.ownSlope}
        value={line.slope}
        min={-steepest}
        max={steepest}
        step={stepOf(-steepest, steepest)}
        onInput={(slope) => onMove(turnedLine(line, slope, middle))}
      />
      <Slider
        label={t.ownIntercept}
        value={line.intercept}
        min={y[0] - rise}
        max={y[1] - rise}
        step={stepOf(...y)}
        onInput={(intercept) => onMove({ ...line, intercept })}
      />
      <p class="quiet small">{t.ownHint}</p>
    </div>
  );
}

/** A round number, about a hundredth of what there is. */
function stepOf(low: number, high: number): number {
  const [first = 0, second = 1] = ticks(0, high - low, 100);
  return second - first;
}

interface OwnLineSlidersProps {
  readonly line: StraightLine;
  /** What the axes of the figure span. */
  readonly x: Span;
  readonly y: Span;
  readonly onMove: (line: StraightLine) => void;
}
