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
    { weight: 4, strokes: "52,3 22,14 7,48 20,86 50,97 80,84 93,50 80,14 50,3" },
    // Begun at the upper right, closed with an overshoot.
    { weight: 3, strokes: "70,12 44,4 16,22 7,56 22,90 50,97 82,78 93,44 80,14 50,5 32,12" },
    // Left open at the top.
    { weight: 1, strokes: "40,6 16,26 8,58 26,92 54,96 82,76 91,40 78,12 60,6" },
    // Begun on the left, with a tail inside.
    { weight: 1, strokes: "36,20 60,4 84,18 93,50 80,86 48,97 18,84 8,50 20,18 52,6 70,16" },
    // Narrow.
    { weight: 1.5, strokes: "54,3 38,14 30,50 38,88 50,97 64,84 70,48 64,12 50,4" },
    // Round, with a curl inside where it closes.
    { weight: 1.5, strokes: "40,6 16,24 8,54 26,90 54,97 84,80 92,44 74,12 48,10 44,26 62,24" },
    // A slanted drop, pointed where it begins and closes.
    { weight: 1.5, strokes: "84,6 / 48,10 16,40 10,78 32,96 64,82 86,44 84,6" },
  ],
  [
    // A bare line.
    { weight: 10, strokes: "50,2 50,50 50,98" },
    // A line with a slight bow.
    { weight: 3, strokes: "53,2 48,30 48,70 52,98" },
    // With a serif.
    { weight: 2, strokes: "30,26 44,14 54,3 / 53,50 52,98" },
    // With serif and foot.
    { weight: 2, strokes: "30,22 44,13 52,3 / 51,50 50,96; 20,96 50,95 80,95" },
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
    // A small head, a big loop and a long tail.
    { weight: 2, strokes: "30,20 46,6 62,14 60,40 42,68 18,90 8,80 24,70 48,78 70,88 98,84" },
    // Low and wide: a short neck on a long base.
    { weight: 2, strokes: "20,26 42,12 58,22 48,50 16,82 / 54,82 98,78" },
    // A loop so small that it fills with ink.
    { weight: 1.5, strokes: "22,18 46,3 70,14 66,40 46,70 26,88 20,84 28,78 50,86 84,94" },
    // A head that curls in, a loop, the tail running down.
    { weight: 2, strokes: "22,40 18,18 42,3 72,14 70,44 50,76 24,94 8,84 24,68 52,80 78,97" },
    // A long diagonal, the tail turned up.
    { weight: 1.5, strokes: "26,20 46,3 70,10 72,30 50,62 20,90 14,80 34,76 62,92 92,76" },
    // A loop high on the stem.
    { weight: 1.5, strokes: "14,30 30,8 58,3 78,24 66,56 36,82 12,80 16,64 42,64 66,84 86,97" },
    // A wide loop and a tail that ends on the line.
    { weight: 2.5, strokes: "24,24 42,4 66,10 72,36 56,66 32,93 12,92 8,74 30,65 58,80 76,95 92,90" },
    // The neck bent far back, a short steep tail.
    { weight: 1, strokes: "30,12 52,3 74,16 74,40 52,60 20,76 8,92 22,96 40,76 56,84 66,98" },
    // The loop hangs on the stem's foot, the tail is a short stroke down.
    { weight: 2, strokes: "18,26 30,6 56,3 76,22 70,52 54,80 34,95 18,90 20,74 38,66 58,74 82,94" },
    // The loop lies flat and wide, the tail goes level.
    { weight: 2, strokes: "30,16 48,3 66,14 64,40 44,68 22,86 6,84 12,70 36,70 62,80 96,78" },
    // Turned on the spot: the tail leaves the stem above its foot.
    { weight: 1.5, strokes: "20,18 44,3 66,16 58,46 34,74 8,94 / 30,76 58,80 92,93" },
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
    // A small head on a wide belly.
    { weight: 2, strokes: "28,12 48,3 64,12 60,30 38,42 / 72,48 88,70 66,94 34,97 8,82" },
    // Both bows curl in.
    { weight: 0.4, strokes: "26,24 28,8 54,3 72,16 60,36 40,44 / 70,52 76,78 52,97 24,94 22,76" },
    // The waist far to the left, a pointed nose.
    { weight: 1.5, strokes: "14,14 40,3 66,8 56,28 22,50 / 60,48 74,64 58,90 30,97 16,92" },
    // A large head on a small belly.
    { weight: 1, strokes: "14,22 34,4 66,5 80,24 62,46 40,56 / 64,62 68,80 50,95 20,96" },
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
    // Closed at the top by leaning together.
    { weight: 1.5, strokes: "56,4 30,28 16,52 / 48,56 78,50; 58,2 68,28 66,60 62,98" },
    // A narrow cup, the upright far to the right.
    { weight: 1.5, strokes: "24,8 10,50 30,64 62,50; 80,4 68,50 54,98" },
    // The bar reaches far on both sides.
    { weight: 1, strokes: "38,6 24,30 6,56 / 50,58 96,52; 66,30 60,64 56,98" },
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
    // A high neck and a belly like a hook, the bar a short dash.
    { weight: 2, strokes: "34,12 36,34 34,50 / 52,50 64,64 52,88 28,96 6,84; 36,12 66,6 98,4" },
    // One slanted sweep.
    { weight: 1, strokes: "92,4 66,8 46,14 / 36,42 56,50 62,68 46,86 24,92 4,84" },
    // A wide belly that curls in, the bar lifted off.
    { weight: 2, strokes: "26,14 22,34 20,50 / 50,40 82,50 90,72 66,94 32,96 12,80 24,72; 30,10 58,4 80,6" },
    // A narrow 5 that nearly closes.
    { weight: 1, strokes: "70,6 50,5 34,10 / 32,30 30,44 / 50,38 66,54 66,80 48,96 30,90 32,74" },
    // The neck leans far right, an open hook below.
    { weight: 1.5, strokes: "92,8 70,8 50,12 / 40,28 28,44 / 48,44 62,56 58,78 36,94 8,98" },
    // No belly to speak of: the stroke goes straight down and turns up to the left.
    { weight: 1, strokes: "86,4 64,5 44,10 / 42,26 42,38 / 60,48 64,72 50,95 26,92 12,70" },
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
    // A short stem and a wide belly that curls inward.
    { weight: 3, strokes: "38,3 20,34 12,68 28,94 60,97 90,78 84,54 58,48 36,64 44,86" },
    // The belly crosses the stem.
    { weight: 2, strokes: "56,2 32,36 20,72 34,96 62,88 78,64 64,52 38,66 14,84" },
    // A short curled stem on a flat round belly.
    { weight: 2, strokes: "56,8 34,10 14,38 8,70 26,92 60,94 90,76 86,54 60,48 38,62 36,80" },
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
    // Crossed, with a serif and a short slope.
    { weight: 1, strokes: "8,26 12,10 / 48,10 84,6 / 62,40 44,94; 18,56 48,50 84,48" },
    // A hooked start and a round shoulder.
    { weight: 2, strokes: "12,40 20,20 40,8 66,8 78,22 64,56 52,98" },
    // Wide bar, short slope.
    { weight: 1.5, strokes: "4,24 44,16 92,12 / 84,40 66,72 56,88" },
    // A low, long cross on a steep slope.
    { weight: 1.5, strokes: "18,14 44,8 70,8 / 56,44 46,72 40,98; 8,60 44,56 86,54" },
    // A curl at the start, a round shoulder, a slope to the left.
    { weight: 1.5, strokes: "22,42 12,28 26,8 58,4 80,16 72,42 46,70 32,97" },
    // An upright start like a hook, then a sharp shoulder.
    { weight: 1, strokes: "10,8 22,24 50,18 84,8 / 70,46 60,96" },
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
    // A slanted ribbon with a large head and a slim foot.
    { weight: 4, strokes: "82,12 58,3 28,10 26,30 48,46 60,64 56,90 40,97 32,84 44,60 66,38 84,14" },
    // A small head and a round foot.
    { weight: 3, strokes: "66,12 52,3 38,12 40,30 58,48 78,68 72,92 46,97 22,86 28,64 52,46 64,28 66,10" },
    // A big open head like a cup, a small foot.
    { weight: 2, strokes: "86,6 52,6 18,12 22,32 46,50 64,72 54,94 36,94 32,76 52,52 76,30 88,8" },
    // Begun at the left shoulder, downwards to the right.
    { weight: 2, strokes: "30,10 32,30 52,48 72,66 68,90 46,97 28,84 36,62 58,44 74,22 62,4 40,4 28,14" },
    // An S whose way back runs on past its beginning.
    { weight: 4, strokes: "76,20 58,6 34,10 32,30 50,46 64,66 56,90 38,96 26,84 38,62 64,36 94,8" },
    // Begun with a long bar from the right.
    { weight: 2.5, strokes: "92,10 60,8 32,12 32,30 52,48 66,68 56,92 36,96 28,82 42,60 62,44 80,26" },
    // A large square head, a small foot that barely opens.
    { weight: 1.5, strokes: "70,12 44,4 18,16 20,38 46,50 62,70 56,94 42,94 40,78 54,56 76,36 70,12" },
    // A triangular head on a long thin foot.
    { weight: 2, strokes: "80,14 60,4 26,8 30,26 52,42 62,62 54,90 44,97 36,86 44,64 62,40 82,12" },
    // A long slanted crossing, both rounds slim.
    { weight: 2, strokes: "74,8 54,4 40,16 46,34 58,52 58,76 40,96 24,92 24,78 46,58 70,34 86,14 78,6" },
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
    // A big round loop and a short tail.
    { weight: 2, strokes: "76,16 52,3 18,16 12,42 36,60 66,46 80,16 / 82,56 78,96" },
    // A flat wide loop and a slanted tail.
    { weight: 2, strokes: "78,8 48,6 16,18 10,34 30,42 58,30 82,8 / 64,52 44,98" },
    // A hooked tail as in a printed g.
    { weight: 1, strokes: "68,12 48,3 30,16 32,36 50,42 66,28 72,10 74,54 62,92 40,97 28,84" },
    // Begun with a bar from the right, the loop not quite closed.
    { weight: 4, strokes: "84,5 58,7 32,22 26,42 46,47 66,30 / 62,60 52,98" },
    // A flat open bowl on a slanted tail.
    { weight: 2, strokes: "72,4 42,10 20,30 24,44 48,44 80,26 / 66,58 42,98" },
    // A head like a 5 bent back: a high start and a round loop.
    { weight: 1.5, strokes: "60,20 52,6 30,12 24,32 40,44 62,30 66,12 / 66,50 62,98" },
    // A wide open bowl, the stem begins above it.
    { weight: 2, strokes: "64,12 40,10 20,28 22,46 44,50 68,34; 76,4 72,36 64,68 54,98" },
    // A bowl as flat as a hook, the stem turning over its top.
    { weight: 2, strokes: "66,34 44,44 24,36 30,16 54,4 74,14 76,36 66,70 56,98" },
    // A cup closed by a short stroke, nearly a 4.
    { weight: 1.5, strokes: "64,6 40,12 20,36 34,50 58,44 74,12 / 68,52 60,98" },
  ],
];
