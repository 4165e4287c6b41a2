import { add, cast, greater, mul, sub, type Tensor } from "@tensorflow/tfjs-core";

/** Where selu saturates: minus its scale times its alpha (Klambauer and others, 2017). */
const saturation = -1.0507009873554805 * 1.6732632423543772;

/**
 * Drops values to where selu saturates, and scales and shifts all so that mean and variance stay 0 and 1, as Keras does. tfjs drops
 * them to the other side, at +1.76, which moves the mean.
 *
 * @param mask 0 for what is dropped
 */
export function alphaDropout(input: Tensor, mask: Tensor, rate: number): Tensor {
  const kept = cast(greater(mask, 0), "float32");
  const scale = ((1 - rate) * (1 + rate * saturation ** 2)) ** -0.5;
  const dropped = mul(sub(1, kept), saturation);
  return add(mul(add(mul(input, kept), dropped), scale), -scale * saturation * rate);
}
