import { deriveSeed } from "@minibatch/models";
import {
  engine,
  getBackend,
  getKernel,
  mul,
  type NamedAttrMap,
  type Tensor,
  tensor,
  tidy,
} from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { maskState } from "../random/maskState.ts";
import { randomMask } from "../random/randomMask.ts";
import { alphaDropout } from "./alphaDropout.ts";
import { layersWithin } from "./layersWithin.ts";

/** The kernel by which a backend draws the same mask faster: `@minibatch/wasm-kernels` brings it for "wasm". */
const RANDOM_MASK = "MinibatchRandomMask";

/** Chooses the masks of a model's dropout layers. */
export interface DropoutMasks {
  /** Gives each dropout layer the masks that belong to this step of training. */
  setStep(step: number): void;
  /** Makes the layers what they were. */
  restore(): void;
}

/** What is needed of a stock dropout layer; `getNoiseShape` is private in tfjs, and `AlphaDropout` has none. */
interface Dropout {
  readonly rate: number;
  readonly noiseShape?: readonly (number | null)[] | null;
  getClassName(): string;
  call(inputs: Tensor | Tensor[], kwargs: { readonly training?: boolean }): Tensor | Tensor[];
  getNoiseShape?(input: Tensor): number[] | undefined;
}

/** The layers that draw what they drop, and what each makes of its input and of the mask. */
const drops: Readonly<Record<string, (input: Tensor, mask: Tensor, rate: number) => Tensor>> = {
  Dropout: mul,
  SpatialDropout1D: mul,
  AlphaDropout: alphaDropout,
};

/**
 * Makes the dropout layers of a model, at any depth, reproducible and fast.
 *
 * A stock layer without a seed draws from `Math.random`, one with a seed repeats the same mask at every call, and both
 * take longer to draw than a fast backend takes for the layer. Here a mask is drawn from a seed that the layer's place, the
 * step's number and the number of its call within the step give: masks vary, repeat from run to run on every backend, and
 * need no state to resume.
 */
export function dropoutMasks(model: LayersModel, seed: number): DropoutMasks {
  let step = 0;
  const dropouts = dropoutLayers(model);
  const calls = new Map<Dropout, number>();
  const originals = dropouts.map(({ layer }) => Object.getOwnPropertyDescriptor(layer, "call"));
  for (const { layer, place } of dropouts) {
    const original = layer.call.bind(layer);
    layer.call = (inputs, kwargs) => {
      const [input] = Array.isArray(inputs) ? inputs : [inputs];
      const drop = drops[layer.getClassName()];
      const active = layer.rate > 0 && layer.rate < 1 && kwargs.training === true;
      if (!active || !drop || input === undefined) return original(inputs, kwargs);
      const call = calls.get(layer) ?? 0;
      calls.set(layer, call + 1);
      const shape = noiseShape(layer, input);
      // Asked for when the mask is drawn: a planned step draws that of another step.
      const maskSeed = () => deriveSeed(seed, "dropout", ...place, step, ...(call > 0 ? [call] : []));
      return tidy(() => drop(input, maskTensor(shape, layer.rate, maskSeed), layer.rate));
    };
  }
  return {
    setStep(next) {
      step = next;
      calls.clear();
    },
    restore() {
      for (const [index, { layer }] of dropouts.entries()) {
        const original = originals[index];
        if (original) Object.defineProperty(layer, "call", original);
        else delete (layer as Partial<Dropout>).call;
      }
    },
  };
}

/** The dropout layers with what tells their masks apart: a number among those of the model itself, or among all others. */
function dropoutLayers(model: LayersModel): { layer: Dropout; place: readonly (string | number)[] }[] {
  const own = model.layers.filter((layer) => layer.getClassName() === "Dropout");
  const inner = layersWithin(model).filter(
    (layer) => Object.hasOwn(drops, layer.getClassName()) && !own.includes(layer),
  );
  return [
    ...own.map((layer, index) => ({ layer: layer as unknown as Dropout, place: [index] })),
    ...inner.map((layer, index) => ({ layer: layer as unknown as Dropout, place: ["inner", index] })),
  ];
}

function noiseShape(layer: Dropout, input: Tensor): number[] {
  if (layer.getNoiseShape) return layer.getNoiseShape(input) ?? input.shape;
  return input.shape.map((length, axis) => layer.noiseShape?.[axis] ?? length);
}

function maskTensor(shape: number[], rate: number, seed: () => number): Tensor {
  if (getKernel(RANDOM_MASK, getBackend())) {
    const attrs = { shape, rate, state: () => maskState(seed()) };
    return engine().runKernel<Tensor>(RANDOM_MASK, {}, attrs as unknown as NamedAttrMap);
  }
  const size = shape.reduce((product, length) => product * length, 1);
  return tensor(randomMask(size, rate, seed()), shape, "float32");
}
