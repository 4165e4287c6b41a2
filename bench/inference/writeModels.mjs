import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startBackend } from "@minibatch/backends";
import { encodeOnnx } from "@minibatch/onnx";
import { findRecipe } from "@minibatch/recipes";
import { samples } from "../training/samples.mjs";

/**
 * Writes the model of each recipe as `<name>.onnx`, and what it is given as `<name>.inputs`: float32 from 0 to 1, row by row.
 *
 * @param {string} folder where to
 * @param {readonly string[]} names of recipes
 * @param {number} rows of inputs
 * @returns {Promise<{ name: string, inputShape: number[] }[]>}
 */
export async function writeModels(folder, names, rows) {
  await startBackend("wasm", { threads: 1 });
  const models = [];
  for (const name of names) {
    const model = findRecipe(name).createModel(1);
    const inputShape = model.inputs[0].shape.slice(1);
    await writeFile(join(folder, `${name}.onnx`), await encodeOnnx(model));
    const { x } = samples(inputShape, rows);
    await writeFile(
      join(folder, `${name}.inputs`),
      Float32Array.from(x.data, (value) => value / 255),
    );
    model.dispose();
    models.push({ name, inputShape });
  }
  return models;
}
