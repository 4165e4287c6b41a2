import type { JSX } from "preact";
import { numberText } from "../../i18n/numberText.ts";
import type { LineEpoch } from "../../worker/commands/fitLine.ts";
import { regressionMessages } from "./messages.ts";

/** What the line says for a few values of the feature. */
export function LinePredictions({ line, boston, inputs }: LinePredictionsProps): JSX.Element {
  const t = regressionMessages.value;
  const rooms = boston && inputs[0] === 3;
  return (
    <section class="stack tight">
      <h2>{t.predictions}</h2>
      {rooms && <p class="quiet small">{t.predictionsHint}</p>}
      <table class="predictions">
        <thead>
          <tr>
            <th scope="col" class="number">
              {rooms ? t.rooms : boston ? t.feature : t.drawnX}
            </th>
            <th scope="col" class="number">
              {boston ? t.predicted : t.predictedY}
            </th>
          </tr>
        </thead>
        <tbody>
          {inputs.map((input) => (
            <tr key={input}>
              <td class="number">{numberText(input, { maximumFractionDigits: 2 })}</td>
              <td class="number">
                {line
                  ? numberText(line.slope * input + line.intercept, {
                      minimumFractionDigits: 1,
                      maximumFractionDigits: 1,
                    })
                  : "–"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface LinePredictionsProps {
  readonly line: LineEpoch | undefined;
  readonly boston: boolean;
  /** Values of the feature. */
  readonly inputs: readonly number[];
}
