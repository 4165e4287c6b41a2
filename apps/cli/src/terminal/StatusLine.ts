import type { TextStream } from "../Io.ts";
import { cutLine } from "./cutLine.ts";

/** At most one redraw in so many milliseconds: terminals are slow, training is not. */
const REDRAW_MS = 80;

/** Lines that stay, and one below them that is redrawn in place on a terminal and not shown elsewhere. */
export interface StatusLine {
  /** Writes a line that stays. */
  print(line: string): void;
  /** Replaces the line at the bottom; `text` is only called when it is time to draw. */
  update(text: () => string): void;
  /** Takes the line at the bottom away. */
  clear(): void;
  /** Whether {@link update} shows anything. */
  readonly live: boolean;
}

/**
 * Makes the status line of a stream.
 *
 * @param stream where it is written
 * @param quiet show nothing at all
 */
export function createStatusLine(stream: TextStream, quiet: boolean): StatusLine {
  const live = !quiet && stream.isTTY === true;
  let drawn = false;
  let drawnAt = Number.NEGATIVE_INFINITY;
  const clear = () => {
    if (drawn) stream.write("\r\u001B[K");
    drawn = false;
  };
  return {
    live,
    clear,
    print(line) {
      if (quiet) return;
      clear();
      drawnAt = Number.NEGATIVE_INFINITY;
      stream.write(`${line}\n`);
    },
    update(text) {
      if (!live || performance.now() - drawnAt < REDRAW_MS) return;
      drawnAt = performance.now();
      drawn = true;
      // A line that goes on in the next one could not be taken back.
      stream.write(`\r${cutLine(text(), stream.columns)}\u001B[K`);
    },
  };
}
