import { tensor, type Variable } from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { KerasError } from "../KerasError.ts";
import type { Layer } from "../build/Plan.ts";
import { weightSlots } from "./weightSlots.ts";
import type { WeightStore } from "./WeightStore.ts";

/**
 * Puts the values of a file into the weights of a model.
 *
 * @param partial whether weights that do not fit are left as they are
 * @returns the names of those
 * @throws {KerasError} `WEIGHTS_MISMATCH`, which names every weight that is missing or has another shape
 */
export async function loadWeights(
  model: LayersModel,
  store: WeightStore,
  layersOf: (model: LayersModel) => readonly Layer[],
  partial = false,
): Promise<readonly string[]> {
  const slots = weightSlots(model, layersOf);
  const datasets = store(model, slots);
  const wrong = slots.flatMap(({ group, index, weight, top }, i) => {
    const found = datasets[i]?.shape;
    const place = `${weight.originalName} of ${top.name} (${group}/${index})`;
    if (found === undefined) return [`${place} is missing`];
    return found.join() === weight.shape.join()
      ? []
      : [`${place} has the shape [${found.join(", ")}] in place of [${weight.shape.join(", ")}]`];
  });
  if (wrong.length > 0 && !partial) {
    throw new KerasError(
      "WEIGHTS_MISMATCH",
      `The weights in the file do not fit the layers: ${wrong.join("; ")}.`,
    );
  }
  const left: string[] = [];
  for (const [i, { weight }] of slots.entries()) {
    const fits = datasets[i]?.shape.join() === weight.shape.join();
    const values = fits ? await datasets[i]?.read() : undefined;
    if (values === undefined || Array.isArray(values.data)) {
      left.push(weight.originalName);
      continue;
    }
    const value = tensor(values.data as Float32Array, [...values.shape], "float32");
    // A constraint holds while training, and would change what was saved.
    try {
      (weight.read() as Variable).assign(value);
    } finally {
      value.dispose();
    }
  }
  return left;
}
