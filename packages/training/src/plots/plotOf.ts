import type { Json, Plot, VegaLiteSpec } from "./Plot.ts";
import { plotConfig } from "./plotConfig.ts";

/**
 * Joins rows and the way to draw them.
 *
 * @param rows objects whose values JSON can hold
 * @param description what the chart shows, for those who cannot see it
 * @param chart the rest of the Vega-Lite specification; what it says of `config` replaces what all charts have
 */
export function plotOf<Row extends object>(
  rows: readonly Row[],
  description: string,
  chart: VegaLiteSpec,
): Plot<Row> {
  // Copies, because Vega marks the objects that it draws.
  const values = rows.map((row) => ({ ...row })) as Json;
  const spec = {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    description,
    config: plotConfig,
    data: { values },
    ...chart,
  };
  return { rows, spec };
}
