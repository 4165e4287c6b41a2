import type { Json, Plot, VegaLiteSpec } from "./Plot.ts";
import { pointMark } from "./partPanels.ts";
import { seriesColours } from "./plotConfig.ts";
import { plotOf } from "./plotOf.ts";

/** What a run was set to, and what it came to. */
export interface SettingsPoint {
  /** By the name of the setting. */
  readonly settings: Readonly<Record<string, string | number | boolean>>;
  readonly value: number;
}

/** Options of {@link settingsPanels}. */
export interface SettingsPanelsOptions {
  /** The settings to show, a panel each, in their order. */
  readonly settings: readonly string[];
  /** What the values are, for the axis, such as `validation accuracy`. */
  readonly measure: string;
}

/** A run in the panel of a setting. */
export interface SettingsRow {
  readonly setting: string;
  /** What the setting was. */
  readonly at: string | number | boolean;
  readonly value: number;
}

/** From this ratio of the largest to the smallest on, settings are told apart on a logarithmic axis only. */
const logarithmicFrom = 8;
/** The same for the measure: one run that went wrong would press all others onto the axis. */
const measureLogarithmicFrom = 50;
/** Up to so many different values, each has a tick of its own. */
const mostTicks = 6;
/** Pixels between the outermost points and the frame, so that none is cut off. */
const padding = 8;

/**
 * What each setting does to a measure: a panel for each setting, a point for each run, and a line through the means.
 *
 * Settings that are numbers above 0 and span more than a factor of 8, such as learning rates, have a logarithmic axis; so has a measure that spans
 * more than one of 50.
 *
 * @returns a row for each run and setting, and a chart of three panels a line, 680 pixels wide
 * @example
 * settingsPanels([{ settings: { batchSize: 64 }, value: 0.9 }], { settings: ["batchSize"], measure: "accuracy" }).rows[0];
 * // { setting: "batchSize", at: 64, value: 0.9 }
 */
export function settingsPanels(
  points: readonly SettingsPoint[],
  { settings, measure }: SettingsPanelsOptions,
): Plot<SettingsRow> {
  const rows = settings.flatMap((setting) =>
    points.flatMap(({ settings: all, value }) => {
      const at = all[setting];
      return at === undefined ? [] : [{ setting, at, value }];
    }),
  );
  const columns = Math.min(3, settings.length);
  const width = Math.floor(680 / Math.max(1, columns)) - 64;
  const panels = settings.map((setting) => panel(setting, rows, measure, width));
  const description = `${measure} of ${points.length} runs by ${settings.join(", ")}`;
  return plotOf(rows, description, { columns, concat: panels });
}

function panel(setting: string, rows: readonly SettingsRow[], measure: string, width: number): Json {
  const values = rows.filter((row) => row.setting === setting).map(({ at }) => at);
  const numbers = values.every((value) => typeof value === "number");
  // A field of its own: Vega-Lite would take what is a number in one panel for one in all.
  const field = numbers ? "number" : "name";
  const x = {
    field,
    title: setting,
    ...(numbers ? numbersAxis(values) : { type: "nominal", axis: { labelAngle: 0 } }),
  };
  const scale = scaleOf(
    rows.map(({ value }) => value),
    measureLogarithmicFrom,
  );
  const y: VegaLiteSpec = { field: "value", type: "quantitative", title: measure, scale };
  const color = seriesColours[0] ?? "";
  return {
    transform: [{ filter: { field: "setting", equal: setting } }, { calculate: "datum.at", as: field }],
    width,
    height: Math.min(220, width),
    layer: [
      {
        // Between names there is nothing that a line could lead through.
        mark: numbers
          ? { type: "line", color, strokeWidth: 1.5 }
          : { type: "tick", color, thickness: 2, size: 40 },
        encoding: { x, y: { ...y, aggregate: "mean" } },
      },
      { mark: { ...pointMark, color, size: 36 }, encoding: { x, y } },
    ],
  };
}

function numbersAxis(values: readonly number[]): { readonly [key: string]: Json } {
  const ticks = [...new Set(values)];
  const axis = ticks.length <= mostTicks ? { axis: { values: ticks, labelOverlap: true } } : {};
  return { type: "quantitative", scale: scaleOf(values, logarithmicFrom), ...axis };
}

function scaleOf(values: readonly number[], logarithmicFrom: number): { readonly [key: string]: Json } {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (least > 0 && most / least >= logarithmicFrom) return { type: "log", nice: false, padding };
  return { zero: false, padding };
}
