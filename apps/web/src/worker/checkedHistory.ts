import type { History } from "@minibatch/training";

/**
 * Takes the history of a run out of a file that may have been changed.
 *
 * @param where what it is called in the file, for the reason
 * @returns the history; what was not finite when it was written, null in JSON, is NaN
 * @throws {TypeError} with what is wrong
 */
export function checkedHistory(history: unknown, where: string): History {
  if (!isRecord(history)) throw new TypeError(`${where} is no table`);
  const epochs = Array.isArray(history["loss"]) ? history["loss"].length : undefined;
  if (epochs === undefined) throw new TypeError(`${where}.loss is missing`);
  const columns = Object.entries(history).map(([name, values]) => {
    if (!Array.isArray(values)) throw new TypeError(`${where}.${name} is no list`);
    if (values.length !== epochs) {
      throw new TypeError(`${where}.${name} has ${values.length} epochs, and ${where}.loss has ${epochs}`);
    }
    const wrong = values.findIndex((value) => value !== null && !Number.isFinite(value));
    if (wrong >= 0) throw new TypeError(`${where}.${name}[${wrong}] is no number`);
    return [name, values.map((value) => (value as number | null) ?? Number.NaN)] as const;
  });
  return Object.fromEntries(columns) as unknown as History;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
