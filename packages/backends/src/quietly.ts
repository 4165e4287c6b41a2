import * as tf from "@tensorflow/tfjs-core";

/** Loads may overlap: the first switches warnings off, the last on. */
let running = 0;
let before = false;

/**
 * Loads a library of tfjs without its warnings that backends and kernels are registered already: a library from another
 * folder brings the same version of them again.
 */
export async function quietly<Result>(load: () => Promise<Result>): Promise<Result> {
  if (running === 0) before = tf.env().getBool("PROD");
  running += 1;
  tf.env().set("PROD", true);
  try {
    return await load();
  } finally {
    running -= 1;
    if (running === 0) tf.env().set("PROD", before);
  }
}
