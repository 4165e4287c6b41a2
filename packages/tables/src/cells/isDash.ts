/**
 * Whether a cell is what people write where they have nothing to write: a dash. Among numbers and days it counts as missing; among texts
 * it is a value, as in + and -.
 */
export function isDash(cell: string): boolean {
  return /^[-–—]+$/.test(cell);
}
