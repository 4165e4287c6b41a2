import { numberText } from "./numberText.ts";

/** How long something takes, to the second below a minute and to the minute above an hour. */
export function durationText(seconds: number): string {
  const unit = (value: number, unit: "second" | "minute" | "hour"): string =>
    numberText(value, { style: "unit", unit, unitDisplay: "short" });
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return unit(whole, "second");
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${unit(minutes, "minute")} ${unit(whole % 60, "second")}`;
  return `${unit(Math.floor(minutes / 60), "hour")} ${unit(minutes % 60, "minute")}`;
}
