import type { JSX } from "preact";
import { Slider } from "../../components/Slider.tsx";
import { numberText } from "../../i18n/numberText.ts";
import { setParameters } from "../../state/route.ts";
import type { OpenExplored } from "../../worker/commands/openExplored.ts";
import { exploreMessages } from "./messages.ts";

/** Slides through the epochs that were kept, and says what they cost. */
export function EpochSlider({ opened, epoch }: EpochSliderProps): JSX.Element {
  const t = exploreMessages.value;
  const { epochs, total, bytes } = opened;
  if (epochs.length < 2) return <p class="quiet">{t.notKept}</p>;
  const megabytes = numberText(Math.max(0.1, bytes / 1e6), {
    style: "unit",
    unit: "megabyte",
    maximumFractionDigits: 1,
  });
  return (
    <div class="stack tight">
      <Slider
        label={t.epoch}
        value={epochs.indexOf(epoch)}
        min={0}
        max={epochs.length - 1}
        step={1}
        format={(at) => t.epochOf(numberText(epochs[at] ?? 0), numberText(total))}
        onInput={(at) => setParameters({ epoch: at === epochs.length - 1 ? undefined : String(epochs[at]) })}
      />
      <p class="quiet small">
        {epochs[0] === 0 ? t.keptFromStart(epochs.length - 1, megabytes) : t.kept(epochs.length, megabytes)}
      </p>
    </div>
  );
}

interface EpochSliderProps {
  readonly opened: OpenExplored;
  readonly epoch: number;
}
