import { describe, expect, it } from "vitest";
import { broadcastOffsets } from "../src/broadcastOffsets.ts";

describe("broadcastOffsets(shape, target)", () => {
  it.each([
    [[], [], [0]],
    [[3], [3], [0, 1, 2]],
    [[1], [3], [0, 0, 0]],
    [[], [2], [0, 0]],
    [
      [2, 1],
      [2, 3],
      [0, 0, 0, 1, 1, 1],
    ],
    [
      [1, 3],
      [2, 3],
      [0, 1, 2, 0, 1, 2],
    ],
    [
      [2, 3],
      [2, 3],
      [0, 1, 2, 3, 4, 5],
    ],
    [[3], [0, 3], []],
  ])("of %j to %j is %j", (shape, target, offsets) => {
    expect(broadcastOffsets(shape, target)).toEqual(offsets);
  });
});
