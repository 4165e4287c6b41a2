/** JSON for people: two spaces, and arrays of numbers on one line. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return `${text.replaceAll(/\[\s+(-?[\d.eE+-]+(?:,\s+-?[\d.eE+-]+)*)\s+\]/g, (_, numbers: string) => `[${numbers.replaceAll(/,\s+/g, ", ")}]`)}\n`;
}
