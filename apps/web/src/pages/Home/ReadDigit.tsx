import { batch, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { ProbabilityBars } from "../../charts/ProbabilityBars.tsx";
import { PixelImage } from "../../components/PixelImage.tsx";
import { numberText, percentText } from "../../i18n/numberText.ts";
import { hrefOf } from "../../state/route.ts";
import { homeMessages } from "./messages.ts";
import { playOver } from "./playOver.ts";
import answers from "./writtenAnswers.json" with { type: "json" };
import { writeDigit } from "./writeDigit.ts";
import { type WrittenDigit, writtenDigits } from "./writtenDigits.ts";

/** MNIST's training images. */
const trainingSamples = 60_000;
const names = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

/** How long a digit is being written, in milliseconds. */
const writingTime = 1500;

/**
 * A digit that is written, and what the network that comes with the app makes of it on the way: computed beforehand, so that nothing has
 * to be loaded that computes.
 */
export function ReadDigit(): JSX.Element {
  const t = homeMessages.value;
  const shown = useSignal(0);
  const share = useSignal(0);
  const at = shown.value % writtenDigits.length;
  useEffect(() => playOver(writingTime, (value) => (share.value = value)), [shown.value]);
  const pixels = useMemo(() => writeDigit(writtenDigits[at] as WrittenDigit, share.value), [at, share.value]);
  const moments = answers.probabilities[at] ?? [];
  const probabilities = moments[Math.round(share.value * moments.length) - 1] ?? [];
  const best = probabilities.indexOf(Math.max(...probabilities));
  const isWritten = share.value === 1;
  const next = (): void =>
    batch(() => {
      // Else the next one would be there for a moment before it is written.
      share.value = 0;
      shown.value += 1;
    });
  return (
    <section class="read" aria-label={t.seen}>
      <div class="paper">
        <PixelImage data={pixels} shape={[28, 28, 1]} label={t.seen} />
      </div>
      <div class="stack tight">
        <p role="status">
          {isWritten ? t.answer(names[best] ?? "", percentText(probabilities[best] ?? 0)) : t.writing}
        </p>
        <ProbabilityBars names={names} probabilities={probabilities} />
        <div class="row">
          <button type="button" class="link" disabled={!isWritten} onClick={next}>
            {t.another}
          </button>
          <a href={hrefOf("draw")}>{t.draw}</a>
        </div>
      </div>
      <p class="quiet small">{t.trainedOn(numberText(trainingSamples), percentText(answers.accuracy, 2))}</p>
    </section>
  );
}
