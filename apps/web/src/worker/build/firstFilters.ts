import type { NdArray } from "@minibatch/datasets";
import type { LoadedModel } from "@minibatch/models";

/** More are not looked at one by one. */
const most = 64;

/**
 * The weights of the first layer that has any, as pictures, `[height, width, channels, filters]`: of a convolution its filters, of a
 * dense layer what each unit looks for in the whole image. None where values come between, or the input is no image.
 */
export async function firstFilters(model: LoadedModel["model"]): Promise<NdArray<Float32Array> | undefined> {
  const imageShape = (model.inputs[0]?.shape ?? []).slice(1) as number[];
  const layer = model.layers.find((layer) => layer.getWeights().length > 0);
  const kernel = layer?.getWeights()[0];
  if (!layer || !kernel || imageShape.length !== 3) return undefined;
  const isDense = layer.getClassName() === "Dense";
  const pixels = imageShape.reduce((product, length) => product * length, 1);
  if (isDense ? kernel.shape[0] !== pixels : kernel.rank !== 4) return undefined;
  const [height = 1, width = 1, channels = 1] = isDense ? imageShape : kernel.shape;
  const filters = kernel.shape.at(-1) ?? 0;
  const all = await kernel.data<"float32">();
  const kept = Math.min(filters, most);
  const data = new Float32Array((all.length / filters) * kept);
  for (let at = 0; at < data.length; at += 1) {
    data[at] = all[Math.floor(at / kept) * filters + (at % kept)] as number;
  }
  return { data, shape: [height, width, channels, kept] };
}
