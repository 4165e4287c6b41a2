import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { roughDurationText } from "../../i18n/roughDurationText.ts";
import { measureTrainingTime } from "../../state/measureTrainingTime.ts";
import type { EstimateInput } from "../../worker/commands/estimateRecipe.ts";
import { trainMessages } from "./messages.ts";

/** How long a run will take on this machine, before it is started. */
export function TrainingTime(input: EstimateInput): JSX.Element | null {
  const t = trainMessages.value;
  const [seconds, setSeconds] = useState<number | "measuring" | undefined>("measuring");
  useEffect(() => {
    setSeconds("measuring");
    return measureTrainingTime(input, setSeconds);
  }, [JSON.stringify(input)]);
  if (seconds === undefined) return null;
  return (
    <p role="status" class="quiet small">
      {seconds === "measuring" ? t.measuringTime : t.timeHere(roughDurationText(seconds))}
    </p>
  );
}
