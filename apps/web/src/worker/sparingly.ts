/** Of all time, this share may be spent on what is done sparingly. */
const share = 0.1;

/**
 * Does something that may be left out, as long as it takes little of the time: what takes 5 ms is done each 50 ms at most. The first time
 * it is always done.
 *
 * @param now the time in milliseconds
 * @returns does it, or leaves it out; what must not be left out is done whenever it was
 */
export function sparingly<Value>(
  act: (value: Value) => Promise<void>,
  now: () => number = () => performance.now(),
): (value: Value, must: boolean) => Promise<void> {
  let next = Number.NEGATIVE_INFINITY;
  return async (value, must) => {
    const begin = now();
    if (!must && begin < next) return;
    await act(value);
    const end = now();
    next = end + (end - begin) / share;
  };
}
