import type { ComponentChildren, JSX } from "preact";
import { numberText } from "../../../i18n/numberText.ts";
import { batchNormMessages } from "./batchNormMessages.ts";
import { BatchNormRows } from "./BatchNormRows.tsx";
import { type Moments, type Normalization, normalized, ringed } from "./batchNormUnit.ts";
import { FigureFrame } from "./FigureFrame.tsx";
import type { LessonFigure } from "./LessonFigure.ts";
import { OwnRunChoice } from "./OwnRunChoice.tsx";
import type { OwnRun } from "./useOwnRun.ts";

const twoDecimals: Intl.NumberFormatOptions = { minimumFractionDigits: 2, maximumFractionDigits: 2 };

/** A batch before and after its normalization, in training and later, whosever it is. */
export function BatchNormView(props: BatchNormViewProps): JSX.Element {
  const t = batchNormMessages.value;
  const { figure, own, values, batch, average, normalization, reach, digits = twoDecimals } = props;
  const text = (value: number): string => numberText(value, digits);
  const bracketed = (value: number): string => (value < 0 ? `(${text(value)})` : text(value));
  const { scale, shift, epsilon } = normalization;
  // Of pictures of one's own there may be fewer.
  const chosen = Math.min(ringed, values.length - 1);
  const formula = ({ mean, variance }: Moments): string =>
    `(${text(values[chosen] ?? 0)} − ${bracketed(mean)}) / √(${text(variance)} + ${numberText(epsilon, { maximumFractionDigits: 12 })}) × ${bracketed(scale)} + ${bracketed(shift)} = `;
  const by = (moments: Moments): readonly number[] =>
    values.map((value) => normalized(value, moments, normalization));
  const [inTraining, later] = [by(batch), by(average)];
  const [now = 0, then = 0] = [inTraining[chosen], later[chosen]];
  const rows = [
    { name: t.before, values },
    { name: t.batch, values: inTraining },
    { name: t.running, values: later },
  ];
  return (
    <FigureFrame
      figure={figure}
      text={props.text}
      controls={
        <>
          <OwnRunChoice own={own} />
          {props.controls}
        </>
      }
    >
      <BatchNormRows
        label={t.drawing(text(batch.mean), text(Math.sqrt(batch.variance)))}
        rows={rows}
        ringed={chosen}
        reach={reach ?? reachOf(rows.flatMap(({ values }) => values))}
      />
      <p class="formula">
        {`${t.formula}: ${formula(batch)}`}
        <strong data-value="batch-norm">{text(now)}</strong>
      </p>
      <p class="formula">
        {`${t.later}: ${formula(average)}`}
        <strong data-value="batch-norm-later">{text(then)}</strong>
      </p>
      <p class="quiet">{props.note ?? (Math.abs(now - then) < 0.01 ? t.settled : t.unsettled)}</p>
    </FigureFrame>
  );
}

interface BatchNormViewProps {
  readonly figure: Pick<LessonFigure, "id" | "title">;
  readonly own: OwnRun;
  /** What the figure says of itself. */
  readonly text: string;
  /** What comes in, a value a sample. */
  readonly values: readonly number[];
  /** Of the whole batch. */
  readonly batch: Moments;
  /** Of all steps. */
  readonly average: Moments;
  readonly normalization: Normalization;
  /**
   * What is drawn reaches from minus this to this.
   *
   * @default what has room for all values
   */
  readonly reach?: number;
  /**
   * How numbers are written.
   *
   * @default with two decimals
   */
  readonly digits?: Intl.NumberFormatOptions;
  readonly controls: ComponentChildren;
  /**
   * What both ways to normalize have to do with each other here.
   *
   * @default whether they give the same
   */
  readonly note?: string | undefined;
}

/** The next of 1, 2, 5, 10, 20 … */
function reachOf(values: readonly number[]): number {
  const most = Math.max(0.01, ...values.map(Math.abs));
  const power = 10 ** Math.floor(Math.log10(most));
  return power * ([1, 2, 5].find((factor) => factor * power >= most) ?? 10);
}
