import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { explainRow, exploring } from "../../state/exploring.ts";
import { BothPasses } from "./BothPasses.tsx";
import { exploreMessages } from "./messages.ts";
import { NearestPictures } from "./NearestPictures.tsx";
import { SpeakingPixels } from "./SpeakingPixels.tsx";

/** Why the network answers one test row as it does: pixels that mattered, training pictures that are alike, and both passes in numbers. */
export function Why({ epoch, row, name, classNames }: WhyProps): JSX.Element | null {
  const t = exploreMessages.value;
  useEffect(() => void explainRow({ epoch, row }), [epoch, row]);
  const explanation = exploring.value?.explanation;
  if (!explanation) return null;
  const isNow = explanation.epoch === epoch && explanation.row === row;
  return (
    <section class="stack why" aria-busy={!isNow} data-why={isNow ? `${epoch}-${row}` : undefined}>
      <h2>{t.why}</h2>
      <div class="stack tight">
        <h3>{t.pixels}</h3>
        <p class="quiet small">{t.pixelsHint(name)}</p>
        <p class="row small">
          <span class="key-for" aria-hidden="true" /> {t.speaksFor(name)}
          <span class="key-against" aria-hidden="true" /> {t.speaksAgainst}
        </p>
        <SpeakingPixels pixels={explanation.pixels} label={t.pixelsLabel(name)} />
      </div>
      {explanation.alike && <NearestPictures alike={explanation.alike} classNames={classNames} />}
      <BothPasses layers={explanation.layers} loss={explanation.loss} />
    </section>
  );
}

interface WhyProps {
  readonly epoch: number;
  readonly row: number;
  /** What the row truly is. */
  readonly name: string;
  readonly classNames: readonly string[];
}
