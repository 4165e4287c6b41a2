import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { failureText } from "../../i18n/failureText.ts";
import { extent } from "../../charts/extent.ts";
import type { LineLook } from "../../charts/lineClass.ts";
import { LineChart } from "../../charts/LineChart.tsx";
import type { StraightLine } from "../../charts/LineHandles.tsx";
import { Scatter } from "../../charts/Scatter.tsx";
import { niceRange } from "../../charts/ticks.ts";
import { Figures } from "../../components/Figures.tsx";
import { numberText } from "../../i18n/numberText.ts";
import { lineFit } from "../../state/lineFit.ts";
import type { LineSamples, LineSource } from "../../worker/lineSamples.ts";
import { LinePredictions } from "./LinePredictions.tsx";
import { LineTable, type MeasuredLine } from "./LineTable.tsx";
import { lineSettings } from "./lineSettings.ts";
import { regressionMessages } from "./messages.ts";
import { OwnLineSliders } from "./OwnLineSliders.tsx";
import { leastSquaresLine, levelLine, lossOfLine } from "./straightLines.ts";

/** The points, a line to drag, the one that is fitted where it is now, and how wrong that was on its way. */
export function LineView({ source, samples: { train, validation } }: LineViewProps): JSX.Element {
  const t = regressionMessages.value;
  const fit = lineFit.value;
  const epochs = fit?.epochs ?? [];
  const line = epochs.at(-1);
  const own = useSignal(levelLine(train));
  const least = useMemo(() => leastSquaresLine(train), [train]);
  const measured = (name: string, straight: StraightLine, look: LineLook): MeasuredLine => {
    const { slope, intercept } = straight;
    return { name, slope, intercept, ...look, loss: lossOfLine(train, straight) };
  };
  const ownLine = measured(t.own, own.value, { style: "solid", series: 1 });
  // What is best is said once one has seen training look for it.
  const others = line
    ? [
        measured(t.leastSquares, least, { style: "solid", series: 2 }),
        measured(t.fitted, line, { style: "solid" }),
      ]
    : [];
  const total = fit?.input.epochs ?? lineSettings()?.epochs ?? 1;
  const boston = source.dataset === "boston-housing";
  const count = (train.y.shape[0] ?? 0) + (validation.y.shape[0] ?? 0);
  const two = (value: number): string => numberText(value, { maximumFractionDigits: 2 });
  const xRange = rangeOf(train.x.data, validation.x.data);
  const yRange = rangeOf(train.y.data, validation.y.data, 0);
  const axis = (range: readonly [number, number], label: string) => ({
    range,
    label,
    format: (value: number) => numberText(value),
  });
  const losses = epochs.flatMap(({ loss, validationLoss }) => [loss, validationLoss]);
  const curve = (
    name: string,
    style: "solid" | "dashed",
    value: (epoch: (typeof epochs)[number]) => number,
  ) => ({
    name,
    style,
    points: epochs.map((epoch, index) => ({ x: index + 1, y: value(epoch) })),
  });
  return (
    <>
      <Scatter
        title={boston ? t.price : t.points}
        description={
          line ? t.lineText(count, `${two(line.slope)} x + ${two(line.intercept)}`) : t.pointsText(count)
        }
        dots={[
          { name: t.training, style: "filled", x: train.x.data, y: train.y.data },
          { name: t.validation, style: "hollow", x: validation.x.data, y: validation.y.data },
        ]}
        lines={[{ ...ownLine, onMove: (moved) => (own.value = moved) }, ...others]}
        x={axis(xRange, boston ? t[source.feature as "RM"] : t.drawnX)}
        y={axis(yRange, "")}
      />
      <div class="fitting">
        <div class="stack tight">
          <LineTable lines={[ownLine, ...others].reverse()} />
          {line && <p class="quiet small">{t.leastHint}</p>}
        </div>
        <OwnLineSliders line={own.value} x={xRange} y={yRange} onMove={(moved) => (own.value = moved)} />
      </div>
      {fit?.failure && <p role="alert">{`${t.fitFailed}: ${failureText(fit.failure)}`}</p>}
      <div data-status={fit?.status}>
        <Figures
          figures={[
            { name: t.epoch, value: `${numberText(epochs.length)} / ${numberText(total)}` },
            { name: t.error, value: line ? two(line.validationLoss) : "–" },
          ]}
        />
      </div>
      <div class="fitting">
        <LineChart
          title={t.loss}
          description={line ? t.lossText(two(line.validationLoss), epochs.length) : t.noLoss}
          lines={[
            curve(t.training, "solid", ({ loss }) => loss),
            curve(t.validation, "dashed", ({ validationLoss }) => validationLoss),
          ]}
          x={{ ...axis([0, Math.max(1, total)], t.epoch), ticks: Math.min(5, total) }}
          y={axis(niceRange(0, losses.length > 0 ? extent(losses, [0, 0])[1] : 1, 4), "")}
        />
        <LinePredictions
          line={line}
          boston={boston}
          inputs={boston && source.feature === "RM" ? [3, 4, 5, 6, 7] : evenly(xRange)}
        />
      </div>
    </>
  );
}

interface LineViewProps {
  readonly source: LineSource;
  readonly samples: LineSamples;
}

function rangeOf(
  one: ArrayLike<number>,
  other: ArrayLike<number>,
  least = Number.POSITIVE_INFINITY,
): readonly [number, number] {
  const all = extent(Array.from(other), extent(Array.from(one), [least, Number.NEGATIVE_INFINITY]));
  return niceRange(...all, 6);
}

/** Five values over a range. */
function evenly([low, high]: readonly [number, number]): number[] {
  return [0, 1, 2, 3, 4].map((step) => low + (step / 4) * (high - low));
}
