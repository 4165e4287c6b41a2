import { median } from "./median.mjs";
import { engineName } from "./engineName.mjs";
import { tableRow } from "../tableRow.mjs";

const REFERENCE = "minibatch-wasm";

/**
 * Writes how many times as fast minibatch with all threads is as each of the others, as a Markdown table. A ratio is taken within each round and the
 * median of these is shown: what slows the machine down for minutes falls on both of a round.
 *
 * @param {readonly { model: string, engine: string, threads: number, rates?: readonly number[] }[]} results `rates` of the rounds, in order
 * @param {{ threads: number, rounds: readonly { model: string, one: number, all: number }[] } | undefined} arithmetic
 * @returns {string[]} lines, none where there is nothing to compare
 */
export function ratioTable(results, arithmetic) {
  const models = [...new Set(results.map(({ model }) => model))];
  const threads = Math.max(
    ...results.filter(({ engine }) => engine === REFERENCE).map(({ threads }) => threads),
  );
  const isReference = (result) => result.engine === REFERENCE && result.threads === threads;
  const others = [...new Set(results.filter((result) => !isReference(result)).map(engineName))];
  const ratio = (other, model) => {
    const own = results.find((result) => isReference(result) && result.model === model)?.rates ?? [];
    const rates =
      results.find((result) => engineName(result) === other && result.model === model)?.rates ?? [];
    // An engine that is too slow to be asked again has one turn for all.
    const ratios = own.map((rate, round) => rate / (rates[round] ?? rates[0]));
    return rates.length > 0 && ratios.length > 0 ? format(median(ratios)) : "";
  };
  if (!Number.isFinite(threads) || others.length === 0) return [];
  const gain = (model) => {
    const gains = arithmetic.rounds.flatMap((round) =>
      round.model === model ? [round.all / round.one] : [],
    );
    return gains.length > 0 ? format(median(gains)) : "";
  };
  return [
    tableRow([`${engineName({ engine: REFERENCE, threads })}, over`, ...models]),
    tableRow(["---", ...models.map(() => "---:")]),
    ...others.map((other) => tableRow([other, ...models.map((model) => ratio(other, model))])),
    ...(arithmetic
      ? [tableRow([`arithmetic alone: ${arithmetic.threads} threads over 1`, ...models.map(gain)])]
      : []),
    "",
  ];
}

const format = (value) => (value < 100 ? value.toFixed(2) : Math.round(value).toLocaleString("en"));
