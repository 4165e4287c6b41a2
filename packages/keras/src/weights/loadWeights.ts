import { tensor, type Variable } from "@tensorflow/tfjs-core";
import type { Hdf5Dataset } from "../hdf5/Hdf5Node.ts";
import { KerasError } from "../KerasError.ts";
import type { WeightSlot } from "./weightSlots.ts";

/**
 * Puts the values of a file into the weights of a model.
 *
 * @param datasets those of the file, one for each weight
 * @throws {KerasError} `WEIGHTS_MISMATCH`, which names every weight that is missing or has another shape
 */
export async function loadWeights(
  slots: readonly WeightSlot[],
  datasets: readonly (Hdf5Dataset | undefined)[],
): Promise<void> {
  const wrong = slots.flatMap(({ group, index, weight, top }, i) => {
    const found = datasets[i]?.shape;
    if (found?.join() === weight.shape.join()) return [];
    const what = found ? `has the shape [${found.join(", ")}]` : "is missing";
    return `${weight.originalName} of ${top.name} (${group}/${index}) ${what} in place of [${weight.shape.join(", ")}]`;
  });
  if (wrong.length > 0) {
    throw new KerasError(
      "WEIGHTS_MISMATCH",
      `The weights in the file do not fit the layers: ${wrong.join("; ")}.`,
    );
  }
  for (const [i, { weight }] of slots.entries()) {
    const values = await datasets[i]?.read();
    if (values === undefined) continue;
    const value = tensor(values.data as Float32Array, [...values.shape], "float32");
    // A constraint holds while training, and would change what was saved.
    try {
      (weight.read() as Variable).assign(value);
    } finally {
      value.dispose();
    }
  }
}
