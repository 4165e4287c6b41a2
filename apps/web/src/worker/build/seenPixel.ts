import type { NdArray } from "@minibatch/datasets";
import type { OpenedNetwork } from "./openedNetwork.ts";
import { type PixelSum, pixelSum } from "./pixelSum.ts";
import { type StackedLayer, stackedLayers } from "./stackedLayers.ts";

/**
 * Takes apart the number that is looked at.
 *
 * @param pinned the image that goes through the network, `[1, height, width, channels]`, as it enters
 * @param outputs what each layer of the row makes of it
 * @returns nothing where none is looked at, or there is none
 */
export async function seenPixel(
  { model, setup, place }: OpenedNetwork,
  pinned: NdArray,
  outputs: readonly (NdArray | undefined)[],
): Promise<PixelSum | undefined> {
  const spec = place && setup.layers[place.layer];
  const output = place && outputs[place.layer];
  const stacked = place && stackedLayers(model, setup.layers)[place.layer];
  if (!place || !output || spec?.type !== "conv2d" || !stacked?.main) return undefined;
  const [, height = 0, width = 0, maps = 0] = output.shape;
  if (place.row >= height || place.column >= width || place.map >= maps) return undefined;
  const before = outputs.slice(0, place.layer).findLast((each) => each !== undefined);
  const [kernel, bias] = stacked.main.getWeights();
  if (!kernel) return undefined;
  return pixelSum({
    place,
    input: before ?? pinned,
    kernel: { data: await kernel.data<"float32">(), shape: kernel.shape },
    bias: await bias?.data<"float32">(),
    padding: spec.padding ?? "valid",
    norm: await normOf(stacked, place.map),
    output,
  });
}

/** What batch normalization does to a map: with the mean and the variance that it remembers, as in an answer. */
async function normOf({ norm }: StackedLayer, map: number): Promise<PixelSum["norm"]> {
  if (!norm) return undefined;
  const [gamma = 1, beta = 0, mean = 0, variance = 1] = await Promise.all(
    norm.getWeights().map(async (weight) => (await weight.data<"float32">())[map]),
  );
  const epsilon = Number(norm.getConfig()["epsilon"]);
  const scale = gamma / Math.sqrt(variance + epsilon);
  return { scale, shift: beta - mean * scale };
}
