import type { JSX } from "preact";
import { PixelImage } from "../../components/PixelImage.tsx";
import { useOneTabStop } from "../../components/useOneTabStop.ts";
import { numberText } from "../../i18n/numberText.ts";
import { building, pinnedSample, pinSample } from "../../state/building.ts";
import { buildMessages } from "./messages.ts";
import { useWatchedImages } from "./useWatchedImages.ts";

/** Test images, and whether the network knows them: what turns right and wrong from epoch to epoch. */
export function TestStrip(): JSX.Element | null {
  const t = buildMessages.value;
  const stop = useOneTabStop<HTMLDivElement>();
  const { network, view, answers } = building.value ?? {};
  const images = useWatchedImages(network?.watched);
  if (!network?.watched || view?.kind !== "images" || !answers) return null;
  const { x, y } = network.watched;
  const [, ...shape] = x.shape;
  const [before, last] = answers;
  const turned = (to: boolean): number =>
    y.filter((label, index) => (last[index] === label) === to && (before[index] === label) !== to).length;
  const name = (label: number | undefined): string => network.classNames[label ?? 0] ?? "";
  return (
    <section class="stack tight">
      <h2>{t.strip}</h2>
      <p class="quiet small">
        {t.stripHint} {t.turned(numberText(turned(true)), numberText(turned(false)))}
      </p>
      <div {...stop} class="strip">
        {y.map((label, index) => {
          const right = view.answers[index] === label;
          return (
            <button
              key={index}
              type="button"
              class={right ? "thumb" : "thumb mistaken"}
              aria-pressed={pinnedSample.value === index}
              aria-label={t.pin(name(label), name(view.answers[index]))}
              onClick={() => void pinSample(index)}
            >
              <PixelImage data={images[index] ?? []} shape={shape} />
            </button>
          );
        })}
      </div>
    </section>
  );
}
