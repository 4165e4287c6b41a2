import {
  input,
  layers,
  type LayersModel,
  model as createModel,
  type SymbolicTensor,
} from "@tensorflow/tfjs-layers";

/** Smaller than so many pixels a side is no picture. */
const SMALLEST_SIDE = 8;

/**
 * Lets a model that takes pictures `[channels, height, width]`, as some of Keras do, take them as everything here has them.
 *
 * @returns the model within one that takes `[height, width, channels]`; the model itself where it does already
 */
export function channelsLast(model: LayersModel): LayersModel {
  const [channels, height, width, ...more] = (model.inputs[0]?.shape ?? []).slice(1);
  const isPicture = [height, width].every((side) => side === null || (side ?? 0) >= SMALLEST_SIDE);
  const few = channels === 1 || channels === 3;
  if (model.inputs.length !== 1 || !few || !isPicture || more.length > 0) return model;
  const shape = [height ?? null, width ?? null, channels];
  const pictures = input({ shape });
  const turned = layers.permute({ dims: [3, 1, 2] }).apply(pictures);
  return createModel({ inputs: pictures, outputs: model.apply(turned) as SymbolicTensor });
}
