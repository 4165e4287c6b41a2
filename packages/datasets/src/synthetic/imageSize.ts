/** Rows and columns of a digit's image, as in MNIST. */
export const SIDE = 28;

/** The coordinate of the image's middle, with pixel centres at whole numbers. */
export const MIDDLE: number = (SIDE - 1) / 2;
