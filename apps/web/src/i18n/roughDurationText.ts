import { numberText } from "./numberText.ts";

/** How long something will take, as exactly as a guess is: to 5 seconds, to the minute, above 90 minutes to the hour. */
export function roughDurationText(seconds: number): string {
  const unit = (value: number, unit: "second" | "minute" | "hour"): string =>
    numberText(value, { style: "unit", unit, unitDisplay: "short" });
  if (seconds < 57.5) return unit(Math.max(5, Math.round(seconds / 5) * 5), "second");
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? unit(minutes, "minute") : unit(Math.round(minutes / 60), "hour");
}
