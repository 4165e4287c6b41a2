import type { NdArray } from "@minibatch/datasets";
import type { LoadedModel } from "@minibatch/models";
import { predict } from "@minibatch/training";

/** The grid over the plane has so many rows and columns. */
const gridSize = 50;

/** What a network on the plane answers around its points: the probability of the second class, `[rows, columns]`, from the top left. */
export async function planeBoundary(model: LoadedModel["model"]): Promise<NdArray<Float32Array>> {
  const { data } = await predict(model, planeGrid(), { batchSize: gridSize * gridSize });
  return { data: data.filter((_, index) => index % 2 === 1), shape: [gridSize, gridSize] };
}

/** The middles of the cells that the plane from -1 to 1 is divided into. */
function planeGrid(): NdArray<Float32Array> {
  const at = (index: number): number => ((index + 0.5) / gridSize) * 2 - 1;
  const data = new Float32Array(gridSize * gridSize * 2);
  for (let cell = 0; cell < gridSize * gridSize; cell += 1) {
    data[2 * cell] = at(cell % gridSize);
    data[2 * cell + 1] = -at(Math.floor(cell / gridSize));
  }
  return { data, shape: [gridSize * gridSize, 2] };
}
