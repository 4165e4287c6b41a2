import { deriveSeed } from "@minibatch/models";
import { mul, type Tensor, tensor, tidy } from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { randomMask } from "../random/randomMask.ts";

/** Chooses the masks of a model's dropout layers. */
export interface DropoutMasks {
  /** Gives each dropout layer the mask that belongs to this step of training. */
  setStep(step: number): void;
  /** Makes the layers what they were. */
  restore(): void;
}

/** What is needed of a stock dropout layer; `getNoiseShape` is private in tfjs. */
interface Dropout {
  readonly rate: number;
  call(inputs: Tensor | Tensor[], kwargs: { readonly training?: boolean }): Tensor | Tensor[];
  getNoiseShape(input: Tensor): number[] | undefined;
}

/**
 * Makes the dropout layers of a model reproducible, and fast.
 *
 * A stock layer without a seed draws from `Math.random`, one with a seed repeats the same mask at every call, and both
 * take longer to draw than a fast backend takes for the layer. Here a mask is drawn from a seed that the step's number
 * gives: masks vary, repeat from run to run on every backend, and need no state to resume.
 */
export function dropoutMasks(model: LayersModel, seed: number): DropoutMasks {
  let step = 0;
  const layers = model.layers.filter((layer) => layer.getClassName() === "Dropout") as unknown as Dropout[];
  const originals = layers.map((layer) => Object.getOwnPropertyDescriptor(layer, "call"));
  for (const [index, layer] of layers.entries()) {
    const original = layer.call.bind(layer);
    layer.call = (inputs, kwargs) => {
      const [input] = Array.isArray(inputs) ? inputs : [inputs];
      const drops = layer.rate > 0 && layer.rate < 1 && kwargs.training === true;
      if (!drops || input === undefined) return original(inputs, kwargs);
      const shape = layer.getNoiseShape(input) ?? input.shape;
      const maskSeed = deriveSeed(seed, "dropout", index, step);
      return tidy(() => mul(input, maskTensor(shape, layer.rate, maskSeed)));
    };
  }
  return {
    setStep(next) {
      step = next;
    },
    restore() {
      for (const [index, layer] of layers.entries()) {
        const original = originals[index];
        if (original) Object.defineProperty(layer, "call", original);
        else delete (layer as Partial<Dropout>).call;
      }
    },
  };
}

function maskTensor(shape: number[], rate: number, seed: number): Tensor {
  const size = shape.reduce((product, length) => product * length, 1);
  return tensor(randomMask(size, rate, seed), shape, "float32");
}
