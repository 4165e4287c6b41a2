import type { Session } from "../Session.ts";
import { bar } from "../terminal/bar.ts";
import { countText } from "../terminal/numberText.ts";

/** Shows how many test samples went through the model. */
export function testProgress({ status, statusColour }: Session): (done: number, total: number) => void {
  return (done, total) =>
    status.update(() => `Testing ${statusColour.cyan(bar(done / total, 22))} ${countText(done)}`);
}
