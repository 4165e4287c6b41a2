import { signal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { drawDigits } from "@minibatch/datasets";
import { failureOf } from "../../i18n/Failure.ts";
import { failureText } from "../../i18n/failureText.ts";
import { ProbabilityBars } from "../../charts/ProbabilityBars.tsx";
import { PixelImage } from "../../components/PixelImage.tsx";
import { numberText, percentText } from "../../i18n/numberText.ts";
import { loadRecipeCards } from "../../state/recipeCards.ts";
import { bundledModel } from "../../state/modelReference.ts";
import { openRecognizer, recognition, recognize, recognizingModel } from "../../state/recognition.ts";
import { homeMessages } from "./messages.ts";

/** MNIST's training images. */
const trainingSamples = 60_000;

/** Which of the drawn digits is shown. */
const shown = signal(0);

/** A digit that a program drew, and what the network that comes with the app makes of it. */
export function ReadDigit(): JSX.Element {
  const t = homeMessages.value;
  const digit = digitAt(shown.value);
  useEffect(() => {
    // The one that is to be trained next gets ready meanwhile.
    void openRecognizer(bundledModel).then(loadRecipeCards);
  }, []);
  useEffect(() => recognize(digit), [digit]);
  const model = recognizingModel.value;
  if (model instanceof Error) {
    return (
      <p role="alert">
        {t.failed} {failureText(failureOf(model))}
      </p>
    );
  }
  const answer = recognition.value?.digit === digit ? recognition.value : undefined;
  const probabilities = answer ? [...answer.probabilities] : [];
  const best = probabilities.indexOf(Math.max(...probabilities));
  const names = (model === "opening" ? undefined : model.metadata.classNames) ?? [];
  const test = model === "opening" ? undefined : model.metadata.provenance?.["test"];
  const { accuracy } = (test ?? {}) as { readonly accuracy?: number };
  return (
    <section class="read" aria-label={t.seen}>
      <div class="sheet">
        <PixelImage data={digit} shape={[28, 28, 1]} label={t.seen} />
      </div>
      <div class="stack tight">
        <p role="status">
          {answer ? t.answer(names[best] ?? "", percentText(probabilities[best] ?? 0)) : t.opening}
        </p>
        <ProbabilityBars
          names={names.length > 0 ? names : ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]}
          probabilities={probabilities}
        />
        <button type="button" class="link" onClick={() => (shown.value += 1)}>
          {t.another}
        </button>
      </div>
      {accuracy !== undefined && (
        <p class="quiet small">{t.trainedOn(numberText(trainingSamples), percentText(accuracy, 2))}</p>
      )}
    </section>
  );
}

const drawn = new Map<number, Uint8Array>();

/** Each is drawn once, so that the same number is the same array. */
function digitAt(index: number): Uint8Array {
  const digit = drawn.get(index) ?? drawDigits({ count: 1, first: index, split: "test", seed: 3 }).x.data;
  drawn.set(index, digit);
  return digit;
}
