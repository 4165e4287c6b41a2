/** One way to write a digit. */
export interface DigitVariant {
  /** How often people write it so, relative to the other variants of the digit. */
  readonly weight: number;
  /**
   * The strokes in the order of writing, apart by `;`: points `x,y` that the pen passes in a smooth curve, with `/`
   * after a point where it turns a corner. The box is 100 wide and high, y runs down.
   */
  readonly strokes: string;
}

/** The ways in which each digit is written, by label: drawn from how people write, not from any dataset. */
export const DIGIT_STROKES: readonly (readonly DigitVariant[])[] = [
  [
    // Oval, closed where it began.
    { weight: 4, strokes: "52,3 28,14 16,48 27,86 50,97 74,84 85,50 74,14 50,3" },
    // Begun at the upper right, closed with an overshoot.
    { weight: 3, strokes: "66,12 44,4 22,22 14,56 26,90 50,97 76,78 86,44 74,14 50,5 36,12" },
    // Left open at the top.
    { weight: 1, strokes: "42,6 22,26 15,58 30,92 54,96 78,76 84,40 72,12 58,6" },
    // Begun on the left, with a tail inside.
    { weight: 1, strokes: "40,20 60,4 80,18 86,50 74,86 48,97 24,84 15,50 26,18 52,6 66,16" },
    // Narrow.
    { weight: 2, strokes: "54,3 38,14 30,50 38,88 50,97 64,84 70,48 64,12 50,4" },
  ],
  [
    // A bare line.
    { weight: 10, strokes: "50,2 50,50 50,98" },
    // A line with a slight bow.
    { weight: 3, strokes: "53,2 48,30 48,70 52,98" },
    // With a serif.
    { weight: 2, strokes: "30,26 44,14 54,3 / 53,50 52,98" },
    // With serif and foot.
    { weight: 1.5, strokes: "30,22 44,13 52,3 / 51,50 50,96; 24,96 50,95 78,95" },
  ],
  [
    // Bow, corner, straight base.
    { weight: 4, strokes: "18,24 30,8 52,3 74,14 76,34 58,60 36,80 16,95 / 50,94 86,93" },
    // With a loop at the foot.
    { weight: 4, strokes: "16,22 32,6 56,4 74,20 70,46 50,74 26,95 14,88 24,76 46,82 66,94 88,88" },
    // With a wide flat loop and a wavy base.
    { weight: 2, strokes: "20,16 44,4 68,12 72,36 54,66 24,92 10,84 22,74 48,86 72,92 94,80" },
    // Rounded turn without a loop.
    { weight: 2, strokes: "18,22 38,4 62,6 74,24 64,50 40,74 20,90 30,95 58,92 86,94" },
    // Flat-headed, nearly a Z.
    { weight: 1, strokes: "18,14 42,6 72,10 / 50,52 16,94 / 50,94 84,92" },
  ],
  [
    // Two bows that meet in a corner.
    { weight: 5, strokes: "20,12 44,3 68,12 70,30 44,46 / 70,54 80,74 60,94 34,97 14,84" },
    // Two bows, the waist drawn without stopping.
    { weight: 3, strokes: "22,10 50,3 70,16 66,36 46,46 62,52 78,68 70,90 44,97 18,88" },
    // A small loop at the waist.
    { weight: 2, strokes: "20,14 44,3 70,14 66,36 44,50 36,46 46,42 68,54 78,74 58,95 32,97 12,86" },
    // Flat top.
    { weight: 1, strokes: "20,7 46,6 74,6 / 58,26 44,42 / 72,54 78,76 58,95 34,97 14,86" },
    // Long stretched bows.
    { weight: 2, strokes: "16,8 48,4 74,14 64,34 36,48 / 66,56 74,76 52,92 8,96" },
  ],
  [
    // Open: an L and a long upright.
    { weight: 4, strokes: "26,4 20,28 14,54 / 50,54 86,50; 70,8 66,50 62,98" },
    // Open: a rounded cup and a long upright.
    { weight: 4, strokes: "22,6 16,34 24,52 48,54 72,44; 76,4 72,44 66,98" },
    // Open in one go: cup up to the upright and down.
    { weight: 2, strokes: "20,6 16,36 30,54 54,48 76,10 / 70,50 64,98" },
    // Open and narrow, the upright low.
    { weight: 2, strokes: "30,4 22,44 / 48,50 82,42; 74,14 66,54 58,98" },
    // Closed: slope, bar, upright.
    { weight: 2, strokes: "62,4 38,34 12,64 / 50,64 90,62; 62,4 62,50 62,98" },
    // Closed in one go from the foot.
    { weight: 1, strokes: "60,98 64,50 70,6 / 44,34 16,60 / 50,60 88,56" },
  ],
  [
    // Body first, then the top bar.
    { weight: 4, strokes: "32,6 28,26 24,44 / 48,36 72,44 78,66 62,90 34,97 12,86; 32,6 58,5 86,4" },
    // In one go from the end of the bar.
    { weight: 4, strokes: "84,5 58,6 34,8 / 30,26 25,44 / 50,38 74,52 76,76 54,95 30,96 12,86" },
    // Without corners, nearly an S.
    { weight: 2, strokes: "82,8 52,5 32,14 30,36 52,46 74,60 72,84 48,97 16,88" },
    // The bar apart and slanting up.
    { weight: 2, strokes: "30,16 26,32 24,48 52,44 72,60 68,86 44,97 16,90; 36,14 60,8 92,2" },
    // A low, narrow belly.
    { weight: 1, strokes: "74,4 54,6 36,8 / 32,28 28,52 / 50,48 66,62 62,86 40,97 14,92" },
  ],
  [
    // Bow and round belly.
    { weight: 4, strokes: "66,3 40,18 22,46 17,74 30,94 54,97 76,80 72,60 50,54 28,66 18,82" },
    // Straight slope and low belly.
    { weight: 4, strokes: "62,2 42,28 26,58 24,84 42,97 64,90 72,72 58,60 38,66 26,84" },
    // A long upright with a small loop.
    { weight: 3, strokes: "46,2 32,34 24,68 32,94 52,97 66,82 60,66 44,66 28,84" },
    // Strongly curled.
    { weight: 2, strokes: "76,10 52,3 28,24 15,58 26,92 54,97 80,80 74,58 50,52 26,62 18,78" },
    // The belly left open.
    { weight: 1, strokes: "60,2 36,30 20,64 26,92 50,97 74,84 76,64 58,54 38,62" },
  ],
  [
    // Bar and bent slope.
    { weight: 5, strokes: "12,12 48,10 84,8 / 64,38 48,68 40,98" },
    // Bar and straight slope.
    { weight: 3, strokes: "14,10 48,9 82,8 / 62,52 42,98" },
    // With a serif.
    { weight: 2, strokes: "14,28 15,18 16,9 / 50,10 84,8 / 62,44 46,98" },
    // Crossed.
    { weight: 1.5, strokes: "14,12 48,9 84,7 / 64,44 44,98; 30,54 52,51 76,49" },
    // A round shoulder.
    { weight: 3, strokes: "14,16 40,8 68,8 78,20 70,46 58,72 52,98" },
    // A wavy bar.
    { weight: 2, strokes: "10,20 26,8 52,14 86,6 / 68,36 54,66 46,98" },
  ],
  [
    // An S closed on the way up.
    { weight: 5, strokes: "74,16 52,3 28,14 32,36 54,50 74,68 68,90 46,97 24,86 28,66 50,48 70,32 74,16" },
    // An S that ends beside its beginning.
    { weight: 3, strokes: "72,10 46,4 28,20 40,42 62,56 72,76 58,95 34,94 24,78 40,56 62,38 80,14" },
    // Two rounds, one on the other.
    { weight: 2, strokes: "50,46 30,34 32,10 54,3 74,16 70,38 50,46 26,60 24,86 48,97 74,86 74,60 52,47" },
    // Narrow, begun in the middle.
    { weight: 2, strokes: "48,46 36,26 44,6 60,8 64,28 48,52 36,76 44,96 60,92 64,72 46,44" },
    // Open at the top.
    { weight: 1.5, strokes: "60,6 38,6 26,22 38,42 62,56 74,76 60,95 36,95 26,78 42,58 66,40 78,22" },
  ],
  [
    // Loop and straight tail.
    { weight: 5, strokes: "74,12 50,3 26,18 24,42 44,52 66,38 75,12 / 72,54 68,98" },
    // Loop and slanted tail without a corner.
    { weight: 3, strokes: "72,20 56,4 32,10 22,34 36,52 58,44 74,18 70,50 56,98" },
    // Curved tail.
    { weight: 2, strokes: "74,14 48,3 24,20 26,42 48,52 68,38 76,14 / 78,52 68,86 42,97 22,88" },
    // Loop closed, then the tail as its own stroke.
    { weight: 2, strokes: "70,10 44,4 22,22 28,46 54,48 72,28 68,8; 72,10 70,50 66,98" },
    // A small loop on a long bent tail.
    { weight: 2, strokes: "68,14 50,4 32,14 32,34 50,40 66,26 70,10 66,44 50,74 36,98" },
    // The loop left open.
    { weight: 1, strokes: "66,6 40,8 24,30 36,50 60,44 78,20 / 74,56 68,98" },
  ],
];
