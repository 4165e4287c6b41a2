import type { Baseline } from "@minibatch/recipes";
import { wilsonInterval } from "@minibatch/training";
import type { JSX } from "preact";
import { numberText, percentText } from "../i18n/numberText.ts";
import type { RunResult } from "../storage/runs.ts";
import { baselineName } from "./baselineName.ts";
import { besideMessages } from "./besideMessages.ts";

/** How sure the result of a run on data of one's own is, and what simple answers reach; nothing for a recipe. */
export function BesideResult({ result, counted = false }: BesideResultProps): JSX.Element | null {
  const t = besideMessages.value;
  const { baselines, test, samples } = result;
  if (baselines === undefined) return null;
  const simple = baselines.map((baseline) => t.reached(baselineName(baseline.name), valueOf(baseline)));
  return (
    <div class="stack tight beside-result">
      {test.accuracy !== undefined && <p>{sureness(test.accuracy, samples.test, counted)}</p>}
      <p>{t.compare(simple.join(t.join))}</p>
    </div>
  );
}

interface BesideResultProps {
  readonly result: RunResult;
  /**
   * Whether how many are right stands above it.
   *
   * @default false
   */
  readonly counted?: boolean;
}

/** A share that was counted on few rows says little of more of them. */
function sureness(accuracy: number, rows: number, counted: boolean): string {
  const t = besideMessages.value;
  const right = Math.min(rows, Math.max(0, Math.round(accuracy * rows)));
  if (rows === 0) return "";
  const [low, high] = wilsonInterval(right, rows);
  const sure = t.sure(percentText(low, 0), percentText(high, 0));
  return counted ? sure : t.counted(numberText(right), numberText(rows), sure);
}

function valueOf({ accuracy, mae = Number.NaN }: Baseline): string {
  return accuracy === undefined
    ? besideMessages.value.mae(numberText(mae, { maximumSignificantDigits: 4 }))
    : percentText(accuracy);
}
