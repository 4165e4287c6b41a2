import type { JSX } from "preact";
import { failureText } from "../../../i18n/failureText.ts";
import { LineChart } from "../../../charts/LineChart.tsx";
import { numberText, percentText } from "../../../i18n/numberText.ts";
import { overfitting, type OverfitRun } from "../../../state/overfitting.ts";
import { setParameters } from "../../../state/route.ts";
import type { StoredRun } from "../../../storage/runs.ts";
import { FigureFrame } from "./FigureFrame.tsx";
import type { LessonFigure } from "./LessonFigure.ts";
import { figureMessages } from "./messages.ts";
import { numberChoices } from "./numberChoices.ts";
import { OverfittingTable } from "./OverfittingTable.tsx";
import { OwnCurves } from "./OwnCurves.tsx";
import { OwnRunChoice } from "./OwnRunChoice.tsx";
import { ParameterChoice } from "./ParameterChoice.tsx";
import { choiceOf } from "./parameters.ts";
import { useOwnRun } from "./useOwnRun.ts";

const sampleCounts = ["100", "30", "300", "1000"] as const;
const unitCounts = ["64", "2", "8", "512"] as const;
const dropouts = ["0", "50"] as const;
/** What the address calls the choice between the reader's run and the networks of the lesson. */
const ownName = "curvesOf";

/** A network that learns few digits by heart: the curves of what it has seen and what it has not come apart. */
export const overfittingFigure: LessonFigure = {
  id: "overfitting",
  title: () => figureMessages.value.overfitting,
  View: OverfittingFigure,
};

function OverfittingFigure(): JSX.Element {
  const t = figureMessages.value;
  const samples = choiceOf("samples", sampleCounts);
  const hidden = choiceOf("units", unitCounts);
  const dropout = choiceOf("without", dropouts);
  const own = useOwnRun(ownName, hasCurves);
  const runs = overfitting.trainings.value;
  const run = runs[0];
  const train = (): void => {
    // What is trained is looked at.
    if (own.shown) setParameters({ [ownName]: "lesson" });
    void overfitting.start({
      samples: Number(samples),
      hidden: Number(hidden),
      dropout: Number(dropout) / 100,
    });
  };
  return (
    <FigureFrame
      figure={overfittingFigure}
      text={own.shown ? t.ownOverfittingText : t.overfittingText}
      controls={
        <>
          <OwnRunChoice own={own} />
          <ParameterChoice
            name="samples"
            label={t.samples}
            value={samples}
            choices={numberChoices(sampleCounts)}
          />
          <ParameterChoice name="units" label={t.units} value={hidden} choices={numberChoices(unitCounts)} />
          <ParameterChoice
            name="without"
            label={t.dropout}
            value={dropout}
            choices={dropouts.map((value) => ({ value, text: percentText(Number(value) / 100, 0) }))}
          />
          <div class="row">
            <button type="button" disabled={run?.status === "running"} onClick={train}>
              {run?.status === "running" ? t.training : t.train}
            </button>
          </div>
        </>
      }
    >
      {own.shown ? (
        <OwnCurves run={own.shown} />
      ) : (
        <>
          <TrainedCurves run={run} />
          <OverfittingTable runs={runs.filter(({ events }) => events.length > 0)} />
        </>
      )}
    </FigureFrame>
  );
}

/** How a small network of the lesson learned. */
function TrainedCurves({ run }: { readonly run: OverfitRun | undefined }): JSX.Element {
  const t = figureMessages.value;
  const last = run?.events.at(-1);
  const points = (value: (epoch: NonNullable<typeof last>) => number) =>
    (run?.events ?? []).map((epoch, index) => ({ x: index + 1, y: value(epoch) }));
  return (
    <>
      <LineChart
        title={t.accuracy}
        description={
          last
            ? t.overfittingLabel(percentText(last.accuracy), percentText(last.validationAccuracy))
            : t.notTrained
        }
        lines={[
          { name: t.seen, style: "solid", points: points(({ accuracy }) => accuracy) },
          { name: t.unseen, style: "dashed", points: points(({ validationAccuracy }) => validationAccuracy) },
        ]}
        x={{ range: [0, 40], format: (value) => numberText(value), label: t.epoch }}
        y={{ range: [0, 1], format: (value) => percentText(value, 0) }}
      />
      {run?.failure && <p role="alert">{`${t.failed}: ${failureText(run.failure)}`}</p>}
    </>
  );
}

/** Whether it is known how a run did on what it learned from, and on other samples. */
function hasCurves({ status, history: { accuracy = [], valAccuracy = [] } }: StoredRun): boolean {
  return status === "done" && accuracy.length > 1 && valAccuracy.length === accuracy.length;
}
