import { SweepError } from "../SweepError.ts";
import type { SettingValue } from "../SweepPlan.ts";
import type { SweepAxis, SweepRange } from "./SweepAxis.ts";

const range = /^([^.]*(?:\.[^.]+)?)\.\.([^:]*?)(:log)?$/;

/**
 * Reads what somebody typed for a setting: `batchSize=64,128`, or a range to draw from, `learningRate=0.0001..0.1:log`.
 *
 * Numbers become numbers, `true` and `false` become booleans, all else stays a text. A range whose ends are written as whole numbers gives
 * whole numbers: `16..512`, but not `1.0..5.0`.
 *
 * @throws {SweepError} `INVALID_AXIS`
 * @example
 * parseAxis("batchSize=64,128"); // { setting: "batchSize", values: [64, 128] }
 */
export function parseAxis(text: string): SweepAxis {
  const at = text.indexOf("=");
  const setting = text.slice(0, Math.max(at, 0)).trim();
  const values = text.slice(at + 1).trim();
  if (setting === "" || values === "") {
    throw invalid(
      text,
      "expected a setting, = and values, such as batchSize=64,128 or learningRate=0.0001..0.1:log",
    );
  }
  const ends = range.exec(values);
  return ends
    ? rangeOf(text, setting, ends)
    : { setting, values: distinct(text, values.split(",").map(valueOf)) };
}

function rangeOf(
  text: string,
  setting: string,
  [, least = "", most = "", scale]: RegExpExecArray,
): SweepRange {
  const [from, to] = [numberOf(least), numberOf(most)];
  if (from === undefined || to === undefined || !(from < to)) {
    throw invalid(text, "a range goes from a number to a larger one, such as 0.0001..0.1");
  }
  const logarithmic = scale !== undefined;
  if (logarithmic && !(from > 0)) throw invalid(text, "with :log, a range starts above 0");
  const whole = [least, most].every((end) => /^[+-]?\d+$/.test(end.trim()));
  if (whole && to - from === 1) {
    throw invalid(text, `write ${from},${to} for these two, or ${from}.0..${to}.0 for what is between them`);
  }
  return { setting, from, to, logarithmic, whole };
}

function distinct(text: string, values: readonly SettingValue[]): readonly SettingValue[] {
  if (values.some((value) => value === ""))
    throw invalid(text, "a value is empty: write them with one comma between");
  const twice = values.find((value, index) => values.indexOf(value) !== index);
  if (twice !== undefined) throw invalid(text, `${twice} stands in it twice: leave one out`);
  return values;
}

function valueOf(text: string): SettingValue {
  const bare = text.trim();
  if (bare === "true" || bare === "false") return bare === "true";
  return numberOf(bare) ?? bare;
}

function numberOf(text: string): number | undefined {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
}

function invalid(text: string, what: string): SweepError {
  return new SweepError("INVALID_AXIS", `"${text}" cannot be read: ${what}.`);
}
