/**
 * What stands for a value that is missing: what pandas' `read_csv` takes for one, and "?", which the UCI repository's files have.
 * https://pandas.pydata.org/docs/reference/api/pandas.read_csv.html, na_values
 */
const tokens = new Set(
  "|#N/A|#N/A N/A|#NA|-1.#IND|-1.#QNAN|-NaN|-nan|1.#IND|1.#QNAN|<NA>|N/A|NA|NULL|NaN|None|n/a|nan|null|?".split(
    "|",
  ),
);

/** Whether a cell, without the white space around it, has no value. */
export function isMissing(text: string): boolean {
  return tokens.has(text);
}
