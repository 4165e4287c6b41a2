import type { History } from "@minibatch/training";
import { percentText } from "../terminal/numberText.ts";

/** What learning curves show, for those who cannot see them: where each begins and ends. */
export function curvesInWords(history: History): string {
  const parts = Object.entries(history).flatMap(([key, values = []]) => {
    const [first, last] = [values[0], values.at(-1)];
    if (first === undefined || last === undefined) return [];
    const metric = key.replace(/^val/, "").toLowerCase();
    const text = (value: number) => (metric === "accuracy" ? percentText(value) : value.toPrecision(4));
    const part = /^val[A-Z]/.test(key) ? "validation" : "training";
    return [`${part} ${metric} from ${text(first)} to ${text(last)}`];
  });
  return `Learning curves over ${history.loss.length} epochs: ${parts.join(", ")}`;
}
