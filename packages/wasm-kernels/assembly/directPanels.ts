// How the output channels of a convolution that is computed where its pixels lie are divided into panels, as wide as a tile of sums: the last
// one is of 24 channels where that fits, with vectors of 256 bits, since a half of a tile would be computed in vain.
import { FUSED } from "./multiplyAdd";
import { roundUp } from "./roundUp";
import { WIDE } from "./width";

/** Channels of a panel, but for the last one. */
export const COLUMNS: i32 = WIDE ? 16 : 8;
/** Channels of the last one where it is wider. */
export const LAST_COLUMNS: i32 = 24;

/** Channels of the panel that begins so many before the end; some may lie behind it. */
export function panelColumns(left: i32): i32 {
  return WIDE && left > COLUMNS && left <= LAST_COLUMNS ? LAST_COLUMNS : COLUMNS;
}

/** The channel that the last panel begins with. */
export function lastPanel(channels: i32): i32 {
  return max(0, roundUp(channels, 8) / COLUMNS - 1) * COLUMNS;
}

/** Channels of the last panel: no other is wider. */
export function lastColumns(channels: i32): i32 {
  return panelColumns(channels - lastPanel(channels));
}

/** Channels of all panels. */
export function panelledChannels(channels: i32): i32 {
  return lastPanel(channels) + lastColumns(channels);
}

/** Rows of a tile of so many channels: as many as there are registers for; without a fused multiply-add products need some, too. */
export function tileRows(columns: i32): i32 {
  if (columns == LAST_COLUMNS) return 3;
  return FUSED ? 6 : 4;
}
