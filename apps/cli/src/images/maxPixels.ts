/** Larger images are refused before they are unpacked: a drawn digit needs no more, a hostile file might. */
export const MAX_PIXELS = 64e6;
