// A digit for the module that `minibatch export --to js` wrote; runs in Node, Deno and Bun as it is.
import { classNames, inputShape, predict } from "./model.js";

const [height, width] = inputShape;
/** A vertical stroke. */
const pixels = Uint8Array.from({ length: height * width }, (_, at) => {
  const [row, column] = [Math.floor(at / width), at % width];
  return row > 4 && row < 24 && column > 12 && column < 16 ? 255 : 0;
});
const probabilities = predict(pixels);
export const result = { classNames, probabilities: Array.from(probabilities, (value) => value.toFixed(6)) };
if (globalThis.document === undefined) console.log(JSON.stringify(result));
