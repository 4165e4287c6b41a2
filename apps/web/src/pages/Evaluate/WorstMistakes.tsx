import type { Mistake } from "@minibatch/training";
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { percentText } from "../../i18n/numberText.ts";
import { CaptionedImages } from "./CaptionedImages.tsx";
import { evaluateMessages } from "./messages.ts";

/** The images on which the network was wrong and sure of it. */
export function WorstMistakes({ mistakes, classNames, dataset }: WorstMistakesProps): JSX.Element {
  const t = evaluateMessages.value;
  const images = useMemo(
    () =>
      mistakes.map(({ index, actual, predicted, probability }) => {
        const [is, taken] = [classNames[actual] ?? "", classNames[predicted] ?? ""];
        const sure = percentText(probability, 0);
        return {
          row: index,
          caption: `${is} → ${taken}\n${sure}`,
          description: t.mistake(is, taken, sure),
        };
      }),
    [mistakes, classNames, t],
  );
  return (
    <section class="stack tight worst-mistakes">
      <h2>{t.worst}</h2>
      <p class="quiet">{mistakes.length > 0 ? t.worstHint : t.noMistakes}</p>
      <CaptionedImages dataset={dataset} images={images} />
    </section>
  );
}

interface WorstMistakesProps {
  readonly mistakes: readonly Mistake[];
  readonly classNames: readonly string[];
  readonly dataset: string;
}
