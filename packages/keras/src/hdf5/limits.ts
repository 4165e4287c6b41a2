/** A deflate stream grows to at most 1,032 times its size: whoever promises more is not telling the truth. */
const deflateRatio = 1032;

/** What the data sets of a file may take in memory together: no more than its bytes can hold, and what Keras itself allows. */
export function maxValueBytes(fileBytes: number): number {
  return Math.min(4 * 2 ** 30, deflateRatio * fileBytes);
}

/** Groups and data sets; the largest models of Keras' own have some 5,000. */
export const maxObjects = 100_000;

/** Groups within groups; a nested model takes four. */
export const maxDepth = 64;

/** The axes of a data set: HDF5's own limit. */
export const maxRank = 32;
