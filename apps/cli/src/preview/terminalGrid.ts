import type { Session } from "../Session.ts";
import { blockPicture } from "../terminal/blockPicture.ts";
import type { PreviewSample } from "./PreviewSample.ts";

const GAP = 2;
/** Smaller pictures show nothing. */
const MIN_WIDTH = 4;

/**
 * Images side by side in the terminal, each with its label below, as large as the terminal has room and at most pixel by
 * pixel.
 */
export function terminalGrid(
  samples: readonly PreviewSample[],
  columns: number,
  { width, colour }: Pick<Session, "width" | "colour">,
): string {
  const room = Math.floor((width - GAP * (columns - 1)) / columns);
  const cell = Math.max(MIN_WIDTH, Math.min(room, samples[0]?.picture.width ?? 0));
  const numbered = samples.every(({ label, index }) => `${label} #${index}`.length <= cell);
  const rows: string[] = [];
  for (let first = 0; first < samples.length; first += columns) {
    const row = samples.slice(first, first + columns);
    const pictures = row.map(({ picture }) => blockPicture(picture, cell, colour));
    for (const line of pictures[0]?.keys() ?? []) {
      rows.push(
        pictures
          .map((lines) => lines[line] ?? "")
          .join(" ".repeat(GAP))
          .trimEnd(),
      );
    }
    const labels = row.map(({ label, index }) => {
      const name = label.length > cell ? `${label.slice(0, cell - 1)}…` : label;
      const number = numbered ? ` #${index}` : "";
      const left = Math.floor((cell - name.length - number.length) / 2);
      const right = cell - left - name.length - number.length;
      return `${" ".repeat(left)}${colour.bold(name)}${colour.dim(number)}${" ".repeat(right)}`;
    });
    rows.push(labels.join(" ".repeat(GAP)).trimEnd(), "");
  }
  return `${rows.join("\n")}\n`;
}
