/** How a line is told apart from others. */
export interface LineLook {
  /** `faint` stands behind the others and is not in the legend. */
  readonly style: "solid" | "dashed" | "faint";
  /** Which of several alike it is, from 0: each has a colour and dashes of its own, whatever the style. */
  readonly series?: number;
}

/** The class that charts.css draws such a line by. */
export function lineClass({ style, series }: LineLook): string {
  return series === undefined ? style : `series series-${series}`;
}
