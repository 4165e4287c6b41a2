import type { JSX } from "preact";
import { numberText } from "../../i18n/numberText.ts";
import { shapeText } from "../../worker/shapeText.ts";
import type { LayerNumbers, Numbers } from "../../worker/commands/explainRow.ts";
import { exploreMessages } from "./messages.ts";

/** What goes forward through each layer and what comes back, in numbers. */
export function BothPasses({ layers, loss }: BothPassesProps): JSX.Element {
  const t = exploreMessages.value;
  return (
    <section class="stack tight both-passes-part">
      <h3>{t.passes}</h3>
      <p class="quiet small">{t.passesHint}</p>
      <div class="scrolling" tabIndex={0} role="region" aria-label={t.passes}>
        <table class="both-passes">
          <thead>
            <tr>
              <th scope="col">{t.layer}</th>
              <th scope="col">{t.shape}</th>
              <th scope="col">{t.forward}</th>
              <th scope="col">{t.backward}</th>
            </tr>
          </thead>
          <tbody>
            {layers.map(({ layer, className, shape, activations, gradients }) => (
              <tr key={layer}>
                <th scope="row">{className === "InputLayer" ? t.input : className}</th>
                <td>{shapeText(shape)}</td>
                <td>{numbersText(activations)}</td>
                <td>{numbersText(gradients)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="quiet small" data-loss={loss}>
        {t.lossOfOne(shortText(loss))}
      </p>
    </section>
  );
}

interface BothPassesProps {
  readonly layers: readonly LayerNumbers[];
  readonly loss: number;
}

function numbersText({ all, meanSize, least, most }: Numbers): string {
  if (all) return all.map(shortText).join(", ");
  return exploreMessages.value.range(shortText(least), shortText(most), shortText(meanSize));
}

function shortText(value: number): string {
  const size = Math.abs(value);
  const small = size > 0 && size < 1e-3;
  return numberText(value, {
    maximumSignificantDigits: 3,
    ...(small && { notation: "scientific" }),
  });
}
