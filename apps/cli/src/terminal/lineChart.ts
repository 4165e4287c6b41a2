/** A curve: a value for each epoch, and the character that marks it. */
export interface Series {
  readonly values: readonly number[];
  /** One character, styled or not. */
  readonly mark: string;
  /** Fills the way between two marks. */
  readonly trail: string;
}

/** Options of {@link lineChart}. */
export interface LineChartOptions {
  readonly title: string;
  /** The width of the whole chart, labels included. */
  readonly width: number;
  /** The number of lines between title and axis. */
  readonly height: number;
  /** Writes a value beside the axis. */
  readonly format: (value: number) => string;
}

const ROW_LABEL_WIDTH = 8;

/**
 * Draws curves with characters: value against epoch.
 *
 * @param series drawn in this order, later ones on top
 * @returns `height + 3` lines, each as wide as `width` before styling
 */
export function lineChart(series: readonly Series[], options: LineChartOptions): string[] {
  const { title, width, height, format } = options;
  const columns = width - ROW_LABEL_WIDTH - 2;
  const values = series.flatMap((one) => one.values).filter(Number.isFinite);
  const epochs = Math.max(1, ...series.map((one) => one.values.length));
  const low = Math.min(...values);
  const span = Math.max(...values) - low || Math.abs(low) || 1;
  const cells = Array.from({ length: height }, () => Array.from({ length: columns }, () => " "));
  const put = (position: number, value: number, character: string, overwrite: boolean) => {
    const column =
      epochs > 1 ? Math.round((position / (epochs - 1)) * (columns - 1)) : Math.floor(columns / 2);
    const row = cells[Math.round((1 - (value - low) / span) * (height - 1))];
    if (row && (overwrite || row[column] === " ")) row[column] = character;
  };
  for (const { values, trail } of epochs > 1 ? series : []) {
    for (let column = 0; column < columns; column++) {
      const position = (column / (columns - 1)) * (epochs - 1);
      const value = interpolate(values, position);
      if (Number.isFinite(value)) put(position, value, trail, false);
    }
  }
  for (const { values, mark } of series) {
    for (const [position, value] of values.entries())
      if (Number.isFinite(value)) put(position, value, mark, true);
  }
  const labelled = new Set([0, Math.floor((height - 1) / 2), height - 1]);
  const body = cells.map((row, index) => {
    const value = low + span * (1 - index / (height - 1));
    const label = labelled.has(index) && values.length > 0 ? format(value) : "";
    return `${label.padStart(ROW_LABEL_WIDTH)} ${labelled.has(index) ? "┤" : "│"}${row.join("")}`;
  });
  return [`${" ".repeat(ROW_LABEL_WIDTH + 2)}${title}`.padEnd(width), ...body, ...axis(epochs, columns)];
}

function interpolate(values: readonly number[], position: number): number {
  const before = Math.floor(position);
  const from = values[before] ?? Number.NaN;
  const to = values[before + 1] ?? from;
  return from + (to - from) * (position - before);
}

function axis(epochs: number, columns: number): string[] {
  const indent = " ".repeat(ROW_LABEL_WIDTH + 1);
  const last = `epoch ${epochs}`;
  const numbers = epochs > 1 ? `1${last.padStart(columns - 1)}` : last.padStart(Math.ceil((columns + 7) / 2));
  return [`${indent}└${"─".repeat(columns)}`, `${indent} ${numbers.padEnd(columns)}`];
}
