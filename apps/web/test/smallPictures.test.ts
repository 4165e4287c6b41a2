import { drawDigits } from "@minibatch/datasets";
import { expect, it } from "vitest";
import { smallPictures } from "../src/worker/descent/smallPictures.ts";

it("smallPictures(pictures) takes the mean of four pixels each", () => {
  const { x } = drawDigits({ count: 3 });
  const { data, shape } = smallPictures(x);
  expect(shape).toEqual([3, 196]);
  const pixel = (picture: number, row: number, column: number): number =>
    x.data[picture * 784 + row * 28 + column] ?? 0;
  for (const [picture, row, column] of [
    [0, 5, 6],
    [2, 13, 0],
    [1, 7, 9],
  ] as const) {
    const four = [0, 1].flatMap((down) =>
      [0, 1].map((right) => pixel(picture, 2 * row + down, 2 * column + right)),
    );
    const mean = four.reduce((sum, value) => sum + value, 0) / 4 / 255;
    expect(data[picture * 196 + row * 14 + column]).toBeCloseTo(mean, 12);
  }
});

it("smallPictures(pictures) keeps channels apart, and pictures of an odd side as large as they are", () => {
  const colours = Uint8Array.of(0, 255, 51, 255, 255, 51, 0, 255, 51, 255, 255, 51);
  const one = smallPictures({ data: colours, shape: [1, 2, 2, 3] });
  expect(one.shape).toEqual([1, 3]);
  for (const [at, value] of [0.5, 1, 0.2].entries()) expect(one.data[at]).toBeCloseTo(value, 12);
  const odd = smallPictures({ data: Uint8Array.of(0, 51, 255, 51, 0, 255), shape: [2, 1, 3, 1] });
  expect(odd.shape).toEqual([2, 3]);
  expect([...odd.data]).toEqual([0, 0.2, 1, 0.2, 0, 1]);
});
