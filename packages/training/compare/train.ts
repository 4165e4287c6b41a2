// Trains what begin.py saved for three epochs, and saves it with its optimizer for goOn.py.
import "@tensorflow/tfjs-backend-cpu";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { decodeKeras, encodeKeras } from "@minibatch/keras";
import * as tf from "@tensorflow/tfjs-core";
import { fit } from "../src/index.ts";

interface Training {
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** Keras' of six epochs, by the name of the optimizer. */
  readonly losses: Readonly<Record<string, readonly number[]>>;
}

void train(process.argv[2] ?? "");

async function train(folder: string): Promise<void> {
  const { x, y, losses } = JSON.parse(readFileSync(join(folder, "training.json"), "utf8")) as Training;
  const samples = {
    x: { data: Float32Array.from(x), shape: [y.length, x.length / y.length] },
    y: { data: Uint8Array.from(y), shape: [y.length] },
  };
  await tf.setBackend("cpu");
  const found: Record<string, readonly number[]> = {};
  for (const name of Object.keys(losses)) {
    const { model } = await decodeKeras(readFileSync(join(folder, `${name}.start.keras`)));
    const { loss } = await fit(model, samples, { epochs: 3, batchSize: 8, shuffle: false });
    found[name] = loss;
    writeFileSync(join(folder, `${name}.half.keras`), await encodeKeras(model, { format: "keras" }));
    model.dispose();
  }
  writeFileSync(join(folder, "first.json"), JSON.stringify(found));
}
