import type { JSX } from "preact";
import type { StraightLine } from "../../charts/LineHandles.tsx";
import type { LineLook } from "../../charts/lineClass.ts";
import { LineMark } from "../../charts/LineMark.tsx";
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
    <div class="scrolling" tabIndex={0} role="region" aria-label={t.lines}>
      <table class="lines">
        <thead>
          <tr>
            <th scope="col">{t.line}</th>
            {[t.slope, t.intercept, t.trainingLoss].map((name) => (
              <th key={name} scope="col" class="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, slope, intercept, loss, ...look }) => (
            <tr key={name}>
              <th scope="row">
                <LineMark {...look} /> {name}
              </th>
              {[slope, intercept, loss].map((value, column) => (
                <td key={column} class="number">
                  {text(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
