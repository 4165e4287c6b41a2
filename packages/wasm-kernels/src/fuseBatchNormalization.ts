import type { Tensor } from "@tensorflow/tfjs-core";
import { engine, mul, ones, sub, tidy, zeros } from "@tensorflow/tfjs-core";
import type { KernelContext } from "./KernelContext.ts";
import { layerPrototype } from "./layerPrototype.ts";

interface LayerVariable {
  read(): Tensor;
  write(value: Tensor): unknown;
}

/** What the layer of tfjs has in private fields. */
interface BatchNormalizationLayer {
  readonly axis: number;
  readonly momentum: number;
  readonly epsilon: number;
  readonly gamma?: Pick<LayerVariable, "read">;
  readonly beta?: Pick<LayerVariable, "read">;
  readonly movingMean: LayerVariable;
  readonly movingVariance: LayerVariable;
  call: (
    this: BatchNormalizationLayer,
    inputs: Tensor | Tensor[],
    kwargs: { readonly training?: unknown },
  ) => Tensor | Tensor[];
}

/**
 * Lets tfjs' layer of batch normalization train in two passes over its input, with the activation behind it on the way, and so does
 * its gradient; of operations of tfjs there are some twenty. It also trains without `scale` or `center`, where tfjs reads the weight
 * that is not there. Everything else stays tfjs': prediction, other axes than the last one, other backends.
 *
 * @returns a function that puts tfjs' own method back
 */
export function fuseBatchNormalization(context: KernelContext): () => void {
  const prototype = layerPrototype("BatchNormalization") as BatchNormalizationLayer | undefined;
  if (!prototype) return () => {};
  const { call } = prototype;
  prototype.call = function callFused(this: BatchNormalizationLayer, inputs, kwargs) {
    const [x, another] = [inputs].flat();
    const last = this.axis === -1 || this.axis === (x?.rank ?? 0) - 1;
    const plain = x?.dtype === "float32" && x.rank >= 2 && x.size > 0 && !another;
    // Where somebody takes a gradient of a gradient, it has to be made of tfjs' operations.
    const fits = context.active && engine().state.gradientDepth <= 1 && last && plain;
    return fits && kwargs.training ? train(this, x) : call.call(this, inputs, kwargs);
  };
  return () => {
    prototype.call = call;
  };
}

function train(layer: BatchNormalizationLayer, x: Tensor): Tensor {
  return tidy(() => {
    const channels = x.shape.slice(-1);
    const scale = layer.gamma?.read() ?? ones(channels);
    const offset = layer.beta?.read() ?? zeros(channels);
    const inputs = { x, scale, offset };
    const { epsilon } = layer;
    const results = engine().runKernel<Tensor[]>("MinibatchBatchNormalization", inputs, { epsilon });
    const [y, mean, variance] = results as [Tensor, Tensor, Tensor];
    moveTowards(layer.movingMean, mean, layer.momentum);
    moveTowards(layer.movingVariance, variance, layer.momentum);
    return y;
  });
}

/** As the layer does it, to the last bit. */
function moveTowards(average: LayerVariable, value: Tensor, momentum: number): void {
  const before = average.read();
  average.write(sub(before, mul(sub(before, value), 1 - momentum)));
}
