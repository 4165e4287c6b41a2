import { tensor, tidy } from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import type { FloatArray } from "./FloatArray.ts";

/** What a model makes of its inputs, an array an output. */
export function predictions(model: LayersModel, inputs: readonly FloatArray[]): FloatArray[] {
  return tidy(() => {
    const given = inputs.map(({ data, shape }) => tensor(data, [...shape]));
    const outputs = model.predict(given.length === 1 ? (given[0] ?? given) : given);
    return [outputs]
      .flat()
      .map((output) => ({ shape: output.shape, data: Float32Array.from(output.dataSync()) }));
  });
}
