// Loads what write.py saved, compares what the models answer, and saves them again for read.py.
import "@tensorflow/tfjs-backend-cpu";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs-core";
import { decodeKeras, encodeKeras } from "../src/index.ts";

interface Values {
  readonly shape: number[];
  readonly dtype: string;
  readonly data: number[];
}

interface Case {
  readonly file: string;
  readonly inputs: readonly Values[];
  readonly outputs: readonly Values[];
}

void compare(process.argv[2] ?? "");

async function compare(folder: string): Promise<void> {
  const cases = JSON.parse(readFileSync(join(folder, "index.json"), "utf8")) as Case[];
  await tf.setBackend("cpu");
  const results: Record<string, number | string> = {};
  for (const { file, inputs, outputs } of cases) {
    for (const ending of [".keras", ".h5"] as const) {
      try {
        const { model } = await decodeKeras(readFileSync(join(folder, file + ending)));
        const tensors = inputs.map(({ data, shape, dtype }) =>
          tf.tensor(data, shape, dtype === "int32" ? "int32" : "float32"),
        );
        const predicted = model.predict(tensors);
        const found = Array.isArray(predicted) ? predicted : [predicted];
        results[file + ending] = Math.max(...outputs.map((expected, i) => difference(expected, found[i])));
        const bytes = await encodeKeras(model, { format: ending === ".keras" ? "keras" : "h5" });
        writeFileSync(join(folder, `${file}.minibatch${ending}`), bytes);
        model.dispose();
      } catch (error) {
        results[file + ending] = String(error);
      }
    }
  }
  writeFileSync(join(folder, "answers.json"), JSON.stringify(results));
}

/** The largest difference, as a part of the largest value. */
function difference({ data, shape }: Values, found: tf.Tensor | undefined): number {
  if (found?.shape.join() !== shape.join())
    throw new Error(`the shape is ${found?.shape.join()}, Keras' is ${shape.join()}`);
  const values = found.dataSync();
  const largest = data.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-30);
  return (
    data.reduce((most, value, i) => Math.max(most, Math.abs(value - (values[i] ?? Number.NaN))), 0) / largest
  );
}
