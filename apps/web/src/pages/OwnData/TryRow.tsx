import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { ProbabilityBars } from "../../charts/ProbabilityBars.tsx";
import { Field } from "../../components/Field.tsx";
import { type Failure, failureOf } from "../../worker/Failure.ts";
import { failureText } from "../../i18n/failureText.ts";
import { numberText } from "../../i18n/numberText.ts";
import { ownTable } from "../../state/ownTable.ts";
import { ownTraining } from "../../state/ownTraining.ts";
import type { PredictedRow } from "../../worker/commands/predictRow.ts";
import { ownTrainer } from "../../worker/workers.ts";
import { ownDataMessages } from "./messages.ts";

/** A row to fill in, beginning with the first of the table, and what the network predicts. */
export function TryRow(): JSX.Element {
  const t = ownDataMessages.value;
  const { run, classNames = [] } = ownTraining.value?.trained ?? {};
  const data = run?.own?.data;
  const about = data?.kind === "table" ? data : undefined;
  const head = ownTable.value?.head;
  const inputs = (about?.columns ?? []).filter(
    ({ name, leftOut }) => name !== about?.target && leftOut === undefined,
  );
  const first = Object.fromEntries(
    inputs.map(({ name }) => [name, head?.rows[0]?.[head.columns.indexOf(name)] ?? ""]),
  );
  const row = useSignal<Readonly<Record<string, string>>>(first);
  const answer = useSignal<PredictedRow | undefined>(undefined);
  const failure = useSignal<Failure | undefined>(undefined);
  const predict = async (): Promise<void> => {
    try {
      answer.value = await ownTrainer.get().call("predictRow", { row: row.peek() });
      failure.value = undefined;
    } catch (error) {
      answer.value = undefined;
      failure.value = failureOf(error);
    }
  };
  const outputs = answer.value?.outputs ?? [];
  return (
    <form
      class="stack tight try"
      aria-label={t.tryIt}
      onSubmit={(event) => {
        event.preventDefault();
        void predict();
      }}
    >
      <h2>{t.tryIt}</h2>
      <p class="quiet small">{t.tryRow}</p>
      <div class="fields">
        {inputs.map(({ name }) => (
          <Field key={name} label={name}>
            {(attributes) => (
              <input
                {...attributes}
                value={row.value[name] ?? ""}
                onInput={({ currentTarget }) => (row.value = { ...row.value, [name]: currentTarget.value })}
              />
            )}
          </Field>
        ))}
      </div>
      <p>
        <button type="submit">{t.predict}</button>
      </p>
      {failure.value && (
        <p role="alert" class="failure">
          {failureText(failure.value)}
        </p>
      )}
      {answer.value?.problems.map(({ column, value, reason }) => (
        <p key={column} class="small">
          {reason === "unknown" ? t.unknown(column, value) : t.unreadable(column, value)}
        </p>
      ))}
      {answer.value && classNames.length === 0 && (
        <p role="status">
          <strong>
            {t.value(
              about?.target ?? "",
              numberText(outputs[0] ?? Number.NaN, { maximumSignificantDigits: 4 }),
            )}
          </strong>
        </p>
      )}
      {answer.value && classNames.length > 0 && (
        <ProbabilityBars names={classNames} probabilities={[...outputs]} />
      )}
    </form>
  );
}
