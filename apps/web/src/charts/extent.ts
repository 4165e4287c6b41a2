/** The least and the greatest of finite numbers, however many: a call with a million arguments overflows the stack. */
export function extent(values: Iterable<number>, [least, most]: readonly [number, number]): [number, number] {
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}
