import type { NdArray, Samples } from "@minibatch/datasets";
import { argMax, type FeatureMaps, featureMaps, predict, sliceRows } from "@minibatch/training";
import type { BuildData } from "./buildData.ts";
import { firstFilters } from "./firstFilters.ts";
import type { OpenedNetwork } from "./openedNetwork.ts";

/** What one sees of a network as it is now. */
export type NetworkView = ImagesView | PlaneView;

/** A network on images. */
export interface ImagesView {
  readonly kind: "images";
  /** The weights of the first layer as pictures, `[height, width, channels, filters]`, where it has such. */
  readonly filters: NdArray<Float32Array> | undefined;
  /** What each convolution makes of the pinned image. */
  readonly maps: readonly FeatureMaps[];
  /** What the network takes the pinned image for. */
  readonly probabilities: readonly number[];
  /** The class that it gives each of the watched test images. */
  readonly answers: readonly number[];
}

/** A network on the plane. */
export interface PlaneView {
  readonly kind: "plane";
  /** The probability of the second class on a grid, `[rows, columns]`, from the top left. */
  readonly boundary: NdArray<Float32Array>;
}

/** As many test images are watched. */
const watchedRows = 60;

/** The grid over the plane has so many rows and columns. */
const gridSize = 50;

/** Looks at a network. */
export async function networkView(network: OpenedNetwork): Promise<NetworkView> {
  const { model, data } = network;
  if (data.points) {
    const { data: probabilities } = await predict(model, planeGrid(), { batchSize: gridSize * gridSize });
    const second = probabilities.filter((_, index) => index % 2 === 1);
    return { kind: "plane", boundary: { data: second, shape: [gridSize, gridSize] } };
  }
  const { x: watched } = watchedSamples(data);
  const { x: pinned } = sliceRows(watchedSamples(data), network.pinned, network.pinned + 1);
  return {
    kind: "images",
    filters: await firstFilters(model),
    maps: await featureMaps(model, pinned),
    probabilities: [...(await predict(model, pinned)).data],
    answers: [...argMax(await predict(model, watched))],
  };
}

/** The test images that a page shows, and what the network makes of them. */
export function watchedSamples({ test, train }: BuildData): Samples {
  return sliceRows(test ?? train, 0, watchedRows);
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
