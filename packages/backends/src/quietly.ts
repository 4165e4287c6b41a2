import * as tf from "@tensorflow/tfjs-core";

/**
 * Loads a library of tfjs without its warnings that backends and kernels are registered already: a library from another
 * folder brings the same version of them again.
 */
export async function quietly<Result>(load: () => Promise<Result>): Promise<Result> {
  const before = tf.env().getBool("PROD");
  tf.env().set("PROD", true);
  try {
    return await load();
  } finally {
    tf.env().set("PROD", before);
  }
}
