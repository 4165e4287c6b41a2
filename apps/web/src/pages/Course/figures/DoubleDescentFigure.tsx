import type { JSX } from "preact";
import { LineChart } from "../../../charts/LineChart.tsx";
import { classNamesText } from "../../../i18n/classNamesText.ts";
import { failureText } from "../../../i18n/failureText.ts";
import { numberText, percentText } from "../../../i18n/numberText.ts";
import { descending } from "../../../state/descending.ts";
import { keptName } from "../../../state/keptNames.ts";
import { modelList } from "../../../state/modelList.ts";
import type { StoredModel } from "../../../storage/models.ts";
import type { StoredRun } from "../../../storage/runs.ts";
import type { DescentSize } from "../../../worker/descent/descentCurve.ts";
import { confusedPair } from "./confusedPair.ts";
import { doubleDescentMessages } from "./doubleDescentMessages.ts";
import { DoubleDescentTable } from "./DoubleDescentTable.tsx";
import { FigureFrame } from "./FigureFrame.tsx";
import { isOfPictures } from "./isOfPictures.ts";
import type { LessonFigure } from "./LessonFigure.ts";
import { numberChoices } from "./numberChoices.ts";
import { OwnRunChoice } from "./OwnRunChoice.tsx";
import { ParameterChoice } from "./ParameterChoice.tsx";
import { choiceOf } from "./parameters.ts";
import { useOwnRun } from "./useOwnRun.ts";

const digitCounts = ["100", "50", "200"] as const;
const noises = ["20", "0", "40"] as const;
const penalties = ["none", "some"] as const;
/** What the choices mean: so little that it only makes the solution one, or a mild decay. */
const penaltyOf = { none: 1e-6, some: 1 } as const;

/** Networks of more and more units on the same few pictures: worse up to as many units as pictures, and better again beyond. */
export const doubleDescentFigure: LessonFigure = {
  id: "double-descent",
  title: () => doubleDescentMessages.value.doubleDescent,
  View: DoubleDescentFigure,
};

function DoubleDescentFigure(): JSX.Element {
  const t = doubleDescentMessages.value;
  const digits = choiceOf("digits", digitCounts);
  const noise = choiceOf("lot", noises);
  const penalty = choiceOf("decay", penalties);
  const own = useOwnRun("descentOf", isOnDataset);
  const of = own.shown && { run: own.shown.id, classes: confusedPair(own.shown) };
  // Of whatever is chosen, what was measured last.
  const training = descending.trainings.value.find(({ input }) => input.of?.run === of?.run);
  const sizes = training?.events ?? [];
  const last = sizes.at(-1);
  const isRunning = descending.trainings.value[0]?.status === "running";
  const points = (value: (size: DescentSize) => number) =>
    sizes.map((size) => ({ x: Math.log10(size.units), y: value(size) }));
  const unitsText = (power: number): string => numberText(Math.round(10 ** power));
  const measure = (): void =>
    void descending.start({
      samples: Number(digits),
      noise: Number(noise) / 100,
      penalty: penaltyOf[penalty],
      ...(of && { of }),
    });
  return (
    <FigureFrame
      figure={doubleDescentFigure}
      text={
        own.shown && of
          ? t.ownText(keptName(own.shown), ...namesOf(own.shown, of.classes))
          : t.doubleDescentText
      }
      controls={
        <>
          <OwnRunChoice own={own} />
          <ParameterChoice
            name="digits"
            label={t.pictures}
            value={digits}
            choices={numberChoices(digitCounts)}
          />
          <ParameterChoice
            name="lot"
            label={t.noise}
            value={noise}
            choices={numberChoices(noises, (percent) => percentText(percent / 100, 0))}
          />
          <ParameterChoice
            name="decay"
            label={t.penalty}
            value={penalty}
            choices={penalties.map((value) => ({ value, text: t[value] }))}
          />
          <div class="row">
            <button type="button" disabled={isRunning} onClick={measure}>
              {isRunning ? t.measuring : t.measure}
            </button>
          </div>
        </>
      }
    >
      <LineChart
        title={t.wrong}
        description={
          last
            ? t.label(numberText(last.units), percentText(last.seen), percentText(last.unseen))
            : t.notMeasured
        }
        lines={[
          { name: t.seen, style: "solid", points: points(({ seen }) => seen) },
          { name: t.unseen, style: "dashed", points: points(({ unseen }) => unseen), marked: true },
        ]}
        x={{ range: [Math.log10(5), Math.log10(1000)], format: unitsText, label: t.units, ticks: 3 }}
        y={{ range: [0, 0.6], format: (value) => percentText(value, 0) }}
      />
      {training?.failure && <p role="alert">{`${t.failed}: ${failureText(training.failure)}`}</p>}
      {training?.status === "done" ? (
        <DoubleDescentTable samples={training.input.samples} sizes={sizes} />
      ) : (
        !training && <p class="quiet">{t.notMeasured}</p>
      )}
    </FigureFrame>
  );
}

/** Whether a run's training pictures are here too: of pictures of one's own only some of those that it was tested with are kept. */
function isOnDataset(run: StoredRun, models: readonly StoredModel[]): boolean {
  return isOfPictures(run, models) && run.own?.data === undefined;
}

/** What two classes of a run are called. */
function namesOf({ id, dataset }: StoredRun, classes: readonly [number, number]): readonly [string, string] {
  const { classNames = [] } = modelList.value.find((model) => model.id === id)?.metadata ?? {};
  const names = classNamesText(dataset, classNames);
  const nameOf = (label: number): string => names[label] ?? String(label);
  return [nameOf(classes[0]), nameOf(classes[1])];
}
