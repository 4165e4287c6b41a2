import type { VegaLiteSpec } from "@minibatch/training";
import type { TopLevelSpec } from "vega-lite";

/**
 * Draws a Vega-Lite chart as SVG, with no browser and no network.
 *
 * @returns the text of an `<svg>` element
 */
export async function renderChart(spec: VegaLiteSpec): Promise<string> {
  // Loaded here because they are large and most commands draw nothing.
  const [vega, { compile }] = await Promise.all([import("vega"), import("vega-lite")]);
  const compiled = compile(spec as unknown as TopLevelSpec, { logger: vega.logger(vega.Error) });
  const view = new vega.View(vega.parse(compiled.spec), {
    renderer: "none",
    logger: vega.logger(vega.Error),
  });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}
