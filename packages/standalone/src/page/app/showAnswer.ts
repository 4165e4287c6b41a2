import type { PageAnswer } from "../PageModel.ts";
import { element } from "./element.ts";

/** At most so many classes have a bar. */
const bars = 10;

/** The probabilities of classes as bars, the likeliest first, or a value. */
export function showAnswer(answer: PageAnswer, output: Float32Array): HTMLElement[] {
  if (answer.kind === "value") {
    const value = (output[0] as number).toLocaleString(document.documentElement.lang, {
      maximumSignificantDigits: 5,
    });
    return [element("p", { class: "best" }, `${answer.name} `, element("strong", {}, value))];
  }
  const [second = 0] = output;
  // One output is the probability of the second of two classes.
  const probabilities = output.length === 1 ? [1 - second, second] : Array.from(output);
  const ranked = probabilities
    .map((probability, index) => ({ name: answer.names[index] ?? String(index), probability }))
    .sort((one, other) => other.probability - one.probability)
    .slice(0, bars);
  const [best] = ranked;
  return [
    element(
      "p",
      { class: "best" },
      element("strong", {}, best?.name ?? ""),
      ` ${percent(best?.probability ?? 0)}`,
    ),
    element(
      "ol",
      { class: "bars" },
      ...ranked.map(({ name, probability }) =>
        element(
          "li",
          {},
          element("span", { class: "name" }, name),
          element("meter", { min: 0, max: 1, value: probability.toFixed(4), "aria-label": name }),
          element("span", { class: "share" }, percent(probability)),
        ),
      ),
    ),
  ];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
