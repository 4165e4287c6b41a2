import { drawDigits } from "@minibatch/datasets";
import { drawing } from "../../state/drawing.ts";

/** The first is a 2: easy to read, and made of more than one straight line. */
let next = 0;

/** Puts a digit on the page that was drawn by the synthetic digits, another one at each call. */
export function showExample(): void {
  const { x, y } = drawDigits({ count: 1, first: next, split: "test", seed: 3 });
  next += 1;
  drawing.value = { type: "example", image: x.data, digit: y.data[0] ?? 0 };
}
