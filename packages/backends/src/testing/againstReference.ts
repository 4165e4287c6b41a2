import * as tf from "@tensorflow/tfjs-core";
import { checkClose } from "./checkClose.ts";
import type { ConformanceSpec } from "./ConformanceSpec.ts";
import { digest } from "./digest.ts";
import { expected } from "./expected.generated.ts";
import { withoutLeak } from "./withoutLeak.ts";

/**
 * Makes the spec of a computation whose results TensorFlow for Python has computed too.
 *
 * @param name as `test/reference/conformance.py` has it
 * @param compute makes its inputs itself, in a tidy
 */
export function againstReference(
  name: string,
  trains: boolean,
  compute: () => readonly tf.Tensor[],
): ConformanceSpec {
  return {
    name,
    trains,
    run: () =>
      withoutLeak(async () => {
        const results = tf.tidy(() => [...compute()]);
        const actual = await Promise.all(results.map((result) => result.data()));
        tf.dispose(results);
        const references = expected[name] ?? [];
        checkClose(`${name}, results`, [actual.length], [references.length]);
        for (const [index, reference] of references.entries()) {
          checkClose(`${name}, result ${index}`, digest(actual[index] ?? []), reference);
        }
      }),
  };
}
