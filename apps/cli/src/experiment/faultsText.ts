import type { SchemaFault } from "@minibatch/recipes";

/** Faults beyond so many are only counted. */
const shownFaults = 6;

/**
 * Says what is wrong with an experiment, a fault a line.
 *
 * @param file as a person would type it
 * @param lineOf where a path leads in the file, from 1, where it has lines
 */
export function faultsText(
  file: string,
  faults: readonly SchemaFault[],
  lineOf?: (path: SchemaFault["path"]) => number,
): string {
  const lines = faults.slice(0, shownFaults).map(({ path, problem }) => {
    const where = lineOf ? `, line ${lineOf(path)}` : "";
    const ending = problem.endsWith("?") ? "" : ".";
    return `${file}${where}: ${fieldText(path)} ${problem}${ending}`;
  });
  const more = faults.length - shownFaults;
  return [...lines, ...(more > 0 ? [`and ${more} more`] : [])].join("\n");
}

/** `model.layers[2].config`, as in a program. */
function fieldText(path: SchemaFault["path"]): string {
  const text = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("");
  return text.replace(/^\./, "") || "the experiment";
}
