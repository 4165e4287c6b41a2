/** A deflate stream grows to at most 1,032 times its size: data sets that promise more for the bytes of a file are not telling the truth. */
export const deflateRatio = 1032;

/** Groups and data sets; the largest models of Keras' own have some 5,000. */
export const maxObjects = 100_000;

/** Groups within groups; a nested model takes four. */
export const maxDepth = 64;
