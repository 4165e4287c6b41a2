import { tidy } from "@tensorflow/tfjs-core";
import { initializers, type LayerVariable, layers } from "@tensorflow/tfjs-layers";
import { KerasError } from "../KerasError.ts";
import type { Layer } from "../Layer.ts";

/** A method of every layer, which its type keeps to itself. */
type AddWeight = (
  this: Layer,
  name: string,
  shape: readonly (number | null)[],
  dtype: unknown,
  initializer: unknown,
  ...rest: unknown[]
) => LayerVariable;

/**
 * Makes layers whose weights take no more values than a file holds, and start as zeros: they are loaded anyway, and a number that was
 * changed in a file must not take the memory of the machine.
 *
 * @param values the most values that all weights may have together
 */
export function withinBudget<T>(values: number, make: () => T): T {
  const prototype = layers.Layer.prototype as unknown as { addWeight: AddWeight };
  const { addWeight } = prototype;
  let left = values;
  const zeros = initializers.zeros();
  const made: LayerVariable[] = [];
  prototype.addWeight = function (name, shape, dtype, _initializer, ...rest) {
    left -= shape.reduce<number>((product, length) => product * (length ?? 1), 1);
    if (!(left >= 0)) {
      throw new KerasError(
        "WEIGHTS_MISMATCH",
        `The layers have more weights than the ${values} values in the file: ${this.name} takes [${shape.join(", ")}].`,
      );
    }
    // Without a scope the zeros stay where tfjs refuses the weight after they are made.
    tidy(() => {
      made.push(addWeight.call(this, name, shape, dtype, zeros, ...rest));
    });
    return made.at(-1) as LayerVariable;
  };
  try {
    return make();
  } catch (error) {
    for (const weight of made) weight.dispose();
    throw error;
  } finally {
    prototype.addWeight = addWeight;
  }
}
