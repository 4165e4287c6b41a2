import { expect, it } from "vitest";
import { confusedPairs } from "../src/terminal/confusedPairs.ts";

it("confusedPairs(matrix, classNames) says it in words", () => {
  const matrix = [
    [9, 1],
    [4, 10],
  ];
  expect(confusedPairs(matrix, ["cat", "dog"])).toBe(
    "Most often confused: dog taken for cat (4 times), cat taken for dog (once).\n",
  );
  expect(
    confusedPairs(
      [
        [1, 0],
        [0, 1],
      ],
      ["cat", "dog"],
    ),
  ).toBe("Nothing was confused.\n");
});
