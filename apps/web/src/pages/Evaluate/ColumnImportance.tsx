import type { FeatureImportance } from "@minibatch/training";
import type { JSX } from "preact";
import { extent } from "../../charts/extent.ts";
import { scale } from "../../charts/scale.ts";
import { numberText } from "../../i18n/numberText.ts";
import { ownMessages } from "./ownMessages.ts";

/** What each column of a table is worth: in numbers, and as a bar with the spread of them. */
export function ColumnImportance({ importance, ofClasses }: ColumnImportanceProps): JSX.Element {
  const t = ownMessages.value;
  const unit = ofClasses ? 100 : 1;
  const text = (value: number): string =>
    ofClasses
      ? numberText(value * unit, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
      : numberText(value, { maximumSignificantDigits: 3 });
  const ends = importance.flatMap(({ mean, deviation }) => [mean - deviation, mean + deviation]);
  const toX = scale(extent(ends, [0, 1e-9]), 0, width);
  return (
    <section class="stack tight">
      <h2>{t.importance}</h2>
      <p class="quiet">{t.importanceHint}</p>
      <div class="scrolling" tabIndex={0} role="region" aria-label={t.importance}>
        <table class="importance">
          <thead>
            <tr>
              <th scope="col">{t.column}</th>
              <th scope="col" class="number">
                {ofClasses ? t.accuracyLost : t.errorAdded}
              </th>
              <td aria-hidden="true" />
            </tr>
          </thead>
          <tbody>
            {importance.map(({ name, mean, deviation }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td class="number">
                  {text(mean)} ± {text(deviation)}
                </td>
                <td aria-hidden="true">
                  <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none">
                    <rect
                      x={Math.min(toX(0), toX(mean))}
                      y="3"
                      width={Math.abs(toX(mean) - toX(0))}
                      height={height - 6}
                    />
                    <path d={`M${toX(mean - deviation)} ${height / 2}H${toX(mean + deviation)}`} />
                  </svg>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const [width, height] = [240, 16];

interface ColumnImportanceProps {
  /** The most important first. */
  readonly importance: readonly FeatureImportance[];
  /** Whether it counts accuracy, or an error in the unit of the target. */
  readonly ofClasses: boolean;
}
