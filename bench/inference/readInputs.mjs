import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The first rows of the inputs of a model, as `writeModels` wrote them. */
export function readInputs(folder, name, inputShape, rows) {
  const bytes = readFileSync(join(folder, `${name}.inputs`));
  const size = inputShape.reduce((product, length) => product * length, 1);
  return new Float32Array(bytes.buffer, bytes.byteOffset, rows * size);
}
