/**
 * Waits for something that may never come, such as a GPU's driver or a page's workers, for so long at most.
 *
 * @param late gives what to reject with
 */
export async function inTime<Result>(
  promise: Promise<Result>,
  seconds: number,
  late: () => Error,
): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await Promise.race([
      promise,
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(late()), seconds * 1000);
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}
