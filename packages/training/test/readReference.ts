import { readFileSync } from "node:fs";

/** Reads the values that the script of the same name wrote, see test/reference. */
export function readReference<Values>(name: string): Values {
  return JSON.parse(readFileSync(new URL(`reference/${name}.json`, import.meta.url), "utf8"));
}
