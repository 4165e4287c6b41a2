import type { JSX } from "preact";
import type { StraightLine } from "../../charts/LineHandles.tsx";
import type { LineLook } from "../../charts/lineClass.ts";
import { LineMark } from "../../charts/LineMark.tsx";
import { NumberTable } from "../../components/NumberTable.tsx";
import { numberText } from "../../i18n/numberText.ts";
import { regressionMessages } from "./messages.ts";

/** A line with its name, how it is drawn, and how far it is from the points. */
export interface MeasuredLine extends StraightLine, LineLook {
  readonly name: string;
  /** The mean squared error on the training rows. */
  readonly loss: number;
}

/** Lines beside each other. */
export function LineTable({ lines }: { readonly lines: readonly MeasuredLine[] }): JSX.Element {
  const t = regressionMessages.value;
  const text = (value: number): string =>
    numberText(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (
    <NumberTable
      class="lines"
      label={t.lines}
      of={t.line}
      columns={[t.slope, t.intercept, t.trainingLoss]}
      rows={lines.map(({ name, slope, intercept, loss, ...look }) => ({
        key: name,
        name: (
          <>
            <LineMark {...look} /> {name}
          </>
        ),
        numbers: [slope, intercept, loss].map(text),
      }))}
    />
  );
}
