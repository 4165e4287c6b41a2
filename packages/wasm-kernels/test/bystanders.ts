import * as tf from "@tensorflow/tfjs-core";

/** Tensors that nobody computes with, to see whether somebody writes where nothing is theirs. */
export interface Bystanders {
  /** How many hold other values than at first. */
  changed(): number;
  dispose(): void;
}

/** Makes tensors to watch, of a size that the allocator puts between those of small networks. */
export function bystanders(count: number = 100, size: number = 16): Bystanders {
  const tensors = Array.from({ length: count }, (_, i) => constant(size, i));
  return {
    changed: () =>
      tensors.filter((tensor, i) => !tensor.dataSync().every((value: number) => value === i)).length,
    dispose: () => tf.dispose(tensors),
  };
}

/** A vector of one value. */
export function constant(size: number, value: number): tf.Tensor {
  return tf.tensor1d(new Float32Array(size).fill(value));
}
