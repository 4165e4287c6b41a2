import * as tf from "@tensorflow/tfjs-core";
import { Random } from "./Random.ts";
import { sampleValues } from "./sampleValues.ts";

/** Tensors that have nothing to do with what is computed. Whoever writes past the end of something else changes one. */
export class Bystanders {
  readonly tensors: readonly { readonly tensor: tf.Tensor; readonly values: Float32Array }[];

  /** Makes them on the backend that runs, with holes between them in its memory for others to fill. */
  constructor(seed: number, count = 100) {
    const random = new Random(seed);
    const holes: tf.Tensor[] = [];
    this.tensors = Array.from({ length: count }, (_, index) => {
      holes.push(tf.zeros([random.int(1, 300)]));
      const shape = [random.int(1, 60)];
      const values = sampleValues({ shape, seed: seed + index });
      return { tensor: tf.tensor(values, shape), values: values.slice() };
    });
    tf.dispose(holes);
  }

  /** How many have other values than at first. */
  changed(): number {
    return this.tensors.filter(({ tensor, values }) => {
      const now = tensor.dataSync();
      return values.some((value, index) => !Object.is(value, now[index]));
    }).length;
  }

  dispose(): void {
    for (const { tensor } of this.tensors) tensor.dispose();
  }
}
