import type { Session } from "./Session.ts";
import { bar } from "./terminal/bar.ts";
import { countText, durationText } from "./terminal/numberText.ts";

/** Where no line is redrawn, a test that takes long gives a line in so many milliseconds. */
const LINE_MS = 20_000;

/** Shows how many test samples went through the model: a bar on a terminal, elsewhere a line now and then. */
export function testProgress({ status, statusColour }: Session): (done: number, total: number) => void {
  let first: { readonly at: number; readonly done: number } | undefined;
  let line = 0;
  return (done, total) => {
    const now = performance.now();
    // As with training, time is taken from the end of the first batch on.
    first ??= { at: now, done };
    const { at, done: before } = first;
    const left = done > before ? ((now - at) / (done - before)) * ((total - done) / 1000) : undefined;
    const eta = left === undefined ? "" : `  ETA ${durationText(left)}`;
    const share = `${countText(done)} of ${countText(total)}`;
    if (status.live) {
      status.update(() => `Testing ${statusColour.cyan(bar(done / total, 22))} ${share}${eta}`);
    } else if (now - at >= (line + 1) * LINE_MS && done < total) {
      line = Math.floor((now - at) / LINE_MS);
      status.print(`Testing ${share}${eta}`);
    }
  };
}
