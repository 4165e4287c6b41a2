import type { NdArray, Samples } from "@minibatch/datasets";
import { argMax, layerOutputs, predict, sliceRows } from "@minibatch/training";
import type { BuildData } from "./buildData.ts";
import { firstFilters } from "./firstFilters.ts";
import type { OpenedNetwork } from "./openedNetwork.ts";
import { planeBoundary } from "./planeBoundary.ts";
import type { PixelSum } from "./pixelSum.ts";
import { seenPixel } from "./seenPixel.ts";
import { stackedLayers } from "./stackedLayers.ts";

/** What one sees of a network as it is now. */
export type NetworkView = ImagesView | PlaneView;

/** A network on images. */
export interface ImagesView {
  readonly kind: "images";
  /** The weights of the first layer as pictures, `[height, width, channels, filters]`, where it has such. */
  readonly filters: NdArray<Float32Array> | undefined;
  /** What each layer of the row makes of the pinned image: maps `[1, height, width, maps]` or values `[1, units]`. */
  readonly outputs: readonly (NdArray<Float32Array> | undefined)[];
  /** The number of a map that is looked at, taken apart. */
  readonly pixel: PixelSum | undefined;
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

/** Looks at a network. */
export async function networkView(network: OpenedNetwork): Promise<NetworkView> {
  const { model, data } = network;
  if (data.points) return { kind: "plane", boundary: await planeBoundary(model) };
  const { x: watched } = watchedSamples(data);
  const { x: pinned } = sliceRows(watchedSamples(data), network.pinned, network.pinned + 1);
  const outputs = await outputsOf(network, pinned);
  return {
    kind: "images",
    filters: await firstFilters(model),
    outputs,
    pixel: await seenPixel(network, entering(pinned), outputs),
    probabilities: [...(await predict(model, pinned)).data],
    answers: [...argMax(await predict(model, watched))],
  };
}

async function outputsOf(
  { model, setup }: OpenedNetwork,
  pinned: NdArray,
): Promise<readonly (NdArray<Float32Array> | undefined)[]> {
  const names = stackedLayers(model, setup.layers).map(({ last }) => last?.name);
  const layers = names.filter((name) => name !== undefined);
  const found = new Map(
    (await layerOutputs(model, pinned, { layers })).map(({ layer, output }) => [layer, output]),
  );
  return names.map((name) => (name === undefined ? undefined : found.get(name)));
}

/** Bytes as they enter the network, from 0 to 1. */
function entering({ data, shape }: NdArray): NdArray {
  return { data: Float32Array.from(data, (value) => value / 255), shape };
}

/** The test images that a page shows, and what the network makes of them. */
export function watchedSamples({ test, train }: BuildData): Samples {
  return sliceRows(test ?? train, 0, watchedRows);
}
