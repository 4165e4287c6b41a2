/** The guides that are lessons, in their order, as `docs/guides` names them without `.md`. */
export const lessonFiles = [
  "1-data",
  "2-gradient-descent",
  "3-linear-regression",
  "4-classification",
  "5-networks",
  "6-convolutional-networks",
  "7-keeping-models",
  "11-beyond-the-course",
] as const;
