import { expect, it } from "vitest";
import { isMissing } from "../src/cells/isMissing.ts";

it.for([
  ..."#N/A|#N/A N/A|#NA|-1.#IND|-1.#QNAN|-NaN|-nan|1.#IND|1.#QNAN|<NA>|N/A|NA|NULL|NaN|None".split("|"),
  ..."n/a|nan|null|?|".split("|"),
])("isMissing(%j), as pandas has it", (text) => {
  expect(isMissing(text)).toBe(true);
});

it.for(["0", "-", "na", "no", "Nan", "none", "missing", "??"])("isMissing(%j) is false", (text) => {
  expect(isMissing(text)).toBe(false);
});
