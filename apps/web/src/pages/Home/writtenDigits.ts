/** A point of a pen's way, in pixels of an image of 28 x 28. */
type PenPoint = readonly [x: number, y: number];

/** A digit as one writes it: what the pen draws from putting it down to lifting it, in order. */
export interface WrittenDigit {
  readonly digit: number;
  readonly strokes: readonly (readonly PenPoint[])[];
}

/** The digits that the first view writes, one after the other; what the network says to them stands in `writtenAnswers.json`. */
export const writtenDigits: readonly WrittenDigit[] = [
  {
    digit: 2,
    strokes: [
      [
        [8.5, 9],
        [9.5, 6.5],
        [13, 4.5],
        [17, 5],
        [19, 8],
        [18, 12],
        [14.5, 16],
        [10.5, 20],
        [8, 23],
        [13, 22.3],
        [20, 23],
      ],
    ],
  },
  {
    digit: 5,
    strokes: [
      [
        [18.5, 4.5],
        [10.5, 4.5],
        [9.5, 12],
        [14, 11],
        [18, 13],
        [19.3, 17],
        [17.8, 21.3],
        [13.5, 23.3],
        [8.5, 22],
      ],
    ],
  },
  {
    digit: 4,
    strokes: [
      [
        [10.5, 4.5],
        [9, 10],
        [8.5, 14.5],
        [14, 14.5],
        [20, 14],
      ],
      [
        [17.3, 5],
        [16.6, 14],
        [16, 24],
      ],
    ],
  },
  {
    digit: 3,
    strokes: [
      [
        [8.5, 6],
        [12, 4.5],
        [17, 5],
        [18.5, 8],
        [16.5, 11.5],
        [13, 13],
        [17, 14],
        [19.3, 17.5],
        [18, 21.5],
        [13.5, 23.5],
        [8.5, 22],
      ],
    ],
  },
  {
    digit: 8,
    strokes: [
      [
        [18, 7],
        [14, 4.5],
        [10, 7],
        [11.5, 11.5],
        [16, 15],
        [18, 19],
        [14.5, 23.3],
        [10, 21],
        [10.5, 16.5],
        [15, 12.5],
        [18, 8],
      ],
    ],
  },
];
