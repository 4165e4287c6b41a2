import type { Json } from "./Plot.ts";

/** The colours of series, told apart with any colour vision and on light and dark ground (after Okabe and Ito). */
export const seriesColours: readonly string[] = [
  "#2b7bba",
  "#d9730d",
  "#0f9d76",
  "#c45a9a",
  "#b58900",
  "#56a8dd",
  "#7a6fd0",
  "#c0392b",
  "#7f8c3a",
  "#7d8590",
];

/** How every chart of this package looks: transparent ground, system font, quiet axes. */
export const plotConfig: { readonly [key: string]: Json } = {
  background: "transparent",
  font: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
  view: { stroke: null },
  title: { fontSize: 14, fontWeight: 600, anchor: "start", frame: "group", offset: 12, color: "#444" },
  header: { labelFontSize: 14, labelFontWeight: 600, labelColor: "#444", labelAnchor: "start", title: null },
  axis: {
    labelFontSize: 11,
    titleFontSize: 12,
    titleFontWeight: "normal",
    titlePadding: 8,
    labelColor: "#555",
    titleColor: "#555",
    gridColor: "#8884",
    domainColor: "#888",
    tickColor: "#888",
  },
  legend: { labelFontSize: 12, labelColor: "#444", symbolSize: 80, symbolStrokeWidth: 2 },
};
