import type { JSX } from "preact";
import { ProbabilityBars } from "../../charts/ProbabilityBars.tsx";
import { PixelImage } from "../../components/PixelImage.tsx";
import { useOneTabStop } from "../../components/useOneTabStop.ts";
import { numberText } from "../../i18n/numberText.ts";
import { setParameters } from "../../state/route.ts";
import type { OpenExplored } from "../../worker/commands/openExplored.ts";
import type { EpochView } from "../../worker/explore/epochView.ts";
import { exploreMessages } from "./messages.ts";
import { Why } from "./Why.tsx";

/** What the network got wrong in the end, and one of these pictures with what it was taken for at the epoch that is shown. */
export function Mistakes({ opened, view, mistake }: MistakesProps): JSX.Element {
  const t = exploreMessages.value;
  const strip = useOneTabStop<HTMLDivElement>();
  const { mistakes, pictures, classNames } = opened;
  const [, ...shape] = pictures.shape;
  const size = shape.reduce((product, length) => product * length, 1);
  const nameOf = (label: number | undefined): string => classNames[label ?? 0] ?? "";
  const pixels = (at: number) => pictures.data.subarray(at * size, (at + 1) * size);
  const chosen = mistakes[mistake ?? 0];
  if (!chosen || mistake === undefined) {
    return (
      <section class="stack tight">
        <h2>{t.mistakes}</h2>
        <p class="quiet">{t.noMistakes}</p>
      </section>
    );
  }
  const probabilities = probabilitiesOf(view, chosen.row);
  const taken = probabilities.indexOf(Math.max(...probabilities));
  const name = nameOf(chosen.actual);
  const epoch = numberText(view.epoch);
  const isRight = taken === chosen.actual;
  const said =
    view.epoch === 0
      ? isRight
        ? t.rightAtStart
        : t.wrongAtStart(nameOf(taken))
      : isRight
        ? t.right(epoch)
        : t.wrong(epoch, nameOf(taken));
  return (
    <>
      <section class="stack tight">
        <h2>{t.mistakes}</h2>
        <p class="quiet small">{t.mistakesHint}</p>
        <div class="mistake-strip" role="group" aria-label={t.mistakes} {...strip}>
          {mistakes.map(({ row, actual }, at) => {
            const answers = probabilitiesOf(view, row);
            const answer = answers.indexOf(Math.max(...answers));
            return (
              <button
                key={row}
                type="button"
                class={answer === actual ? "thumb" : "thumb mistaken"}
                data-row={row}
                aria-pressed={at === mistake}
                aria-label={t.mistake(nameOf(actual), nameOf(answer))}
                onClick={() => setParameters({ row: String(row) })}
              >
                <PixelImage data={pixels(at)} shape={shape} />
              </button>
            );
          })}
        </div>
      </section>
      <section class="stack tight">
        <h2>{t.chosen(name)}</h2>
        <p class="quiet small" role="status">
          {said}
        </p>
        <div class="chosen-mistake">
          <PixelImage data={pixels(mistake)} shape={shape} label={t.picture(name)} />
          <ProbabilityBars names={classNames} probabilities={probabilities} />
        </div>
      </section>
      <Why epoch={view.epoch} row={chosen.row} name={name} classNames={classNames} />
    </>
  );
}

interface MistakesProps {
  readonly opened: OpenExplored;
  readonly view: EpochView;
  /** The place of the chosen one. */
  readonly mistake: number | undefined;
}

function probabilitiesOf({ probabilities: { data, shape } }: EpochView, row: number): number[] {
  const [, classes = 1] = shape;
  return [...data.subarray(row * classes, (row + 1) * classes)];
}
