import * as tf from "@tensorflow/tfjs-core";
import { DeferredData } from "../src/DeferredData.ts";

/** Computes as where gradients are recorded: what can be put off is. */
export function putOff<Result extends tf.Tensor>(compute: () => Result): Result {
  let result: Result | undefined;
  const one = tf.scalar(1);
  const gradient = tf.grad((x) => {
    result = tf.keep(compute());
    return tf.square(x);
  })(one);
  tf.dispose([one, gradient]);
  return result as Result;
}

/** Whether the values of a tensor were not computed yet. */
export function isPutOff({ dataId }: tf.Tensor): boolean {
  const { dataIdMap } = tf.backend() as unknown as { readonly dataIdMap: { get(dataId: object): object } };
  return dataIdMap.get(dataId) instanceof DeferredData;
}
