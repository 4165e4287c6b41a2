import type { JSX } from "preact";
import { SelectField } from "../../components/SelectField.tsx";
import { numberText } from "../../i18n/numberText.ts";
import { keptName } from "../../state/keptNames.ts";
import { route, setParameters } from "../../state/route.ts";
import type { StoredRun } from "../../storage/runs.ts";
import { trainMessages } from "../Train/messages.ts";
import { ComparedCurves } from "./ComparedCurves.tsx";
import { ComparedSettings } from "./ComparedSettings.tsx";
import { runsMessages } from "./messages.ts";
import { RunFindings } from "./RunFindings.tsx";

/** The runs that are ticked: their curves over each other, what is different about them, and what each shows. */
export function RunComparison({ runs, full }: RunComparisonProps): JSX.Element {
  const t = runsMessages.value;
  const names = runs.map(keptName);
  const validated = runs.every(({ history }) => history.valLoss);
  const part = route.value.parameters["curves"] ?? (validated ? "validation" : "training");
  return (
    <section class="stack comparison">
      <div class="stack tight">
        <h2>{t.comparison}</h2>
        {runs.length < 2 && <p class="quiet">{t.tickMore}</p>}
        {full && <p class="quiet small">{t.mostRuns(numberText(runs.length))}</p>}
      </div>
      {runs.length > 0 && (
        <>
          <SelectField
            label={t.curvesOf}
            value={part}
            choices={[
              { value: "validation", text: trainMessages.value.validation },
              { value: "training", text: trainMessages.value.training },
            ]}
            onChange={(curves) => setParameters({ curves })}
          />
          <ComparedCurves runs={runs} names={names} part={part === "training" ? "training" : "validation"} />
          <ComparedSettings runs={runs} names={names} />
          {runs.map((run, index) => (
            <RunFindings key={run.id} run={run} title={names[index] ?? ""} />
          ))}
        </>
      )}
    </section>
  );
}

interface RunComparisonProps {
  readonly runs: readonly StoredRun[];
  /** Whether no further run can be ticked. */
  readonly full: boolean;
}
