/** A setting that is a number or a list of them, as a list. */
export function asList(setting: unknown): number[] {
  return Array.isArray(setting) ? (setting as number[]) : [setting as number];
}
