import { decodeSafetensors, encodeSafetensors, type NamedArray } from "@minibatch/training";

/** The weights after some epochs of a run, by the number of the epoch, ascending. */
export type EpochWeights = ReadonlyMap<number, readonly NamedArray[]>;

/** Puts the weights of some epochs into one safetensors file, as float32: `3/0/dense_Dense1/kernel` is the first weight after epoch 3. */
export function encodeEpochs(epochs: EpochWeights): Uint8Array<ArrayBuffer> {
  const tensors = new Map(
    [...epochs].flatMap(([epoch, weights]) =>
      weights.map((weight, index) => [`${epoch}/${index}/${weight.name}`, weight] as const),
    ),
  );
  return encodeSafetensors({ tensors, metadata: {} });
}

/** Reads what {@link encodeEpochs} made. */
export function decodeEpochs(file: Uint8Array): EpochWeights {
  const epochs = new Map<number, NamedArray[]>();
  for (const [path, array] of decodeSafetensors(file).tensors) {
    const [, epoch = "", name = ""] = /^(\d+)\/\d+\/(.*)$/.exec(path) ?? [];
    const weights = epochs.get(Number(epoch)) ?? [];
    weights.push({ ...array, name });
    epochs.set(Number(epoch), weights);
  }
  return epochs;
}
