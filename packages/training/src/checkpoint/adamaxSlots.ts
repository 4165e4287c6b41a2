import { type Optimizer, tidy, type Variable, variable } from "@tensorflow/tfjs-core";
import type { NamedTensor } from "./namedTensors.ts";

/** What tfjs' Adamax keeps, and how every optimizer counts its steps; private and protected there. */
interface Adamax {
  accumulatedFirstMoment: Slot[];
  accumulatedWeightedInfNorm: Slot[];
  saveIterations(): Promise<NamedTensor>;
  extractIterations(weights: NamedTensor[]): Promise<NamedTensor[]>;
}

interface Slot {
  readonly originalName: string;
  readonly variable: Variable;
}

/** `getWeights` and `setWeights` of Adamax, which tfjs has for every other optimizer and not for this one. */
export function adamaxSlots(optimizer: Optimizer): Pick<Optimizer, "getWeights" | "setWeights"> {
  const adamax = optimizer as unknown as Adamax;
  return {
    async getWeights() {
      const slots = [...adamax.accumulatedFirstMoment, ...adamax.accumulatedWeightedInfNorm];
      return [
        await adamax.saveIterations(),
        ...slots.map(({ originalName, variable: tensor }) => ({ name: originalName, tensor })),
      ];
    },
    async setWeights(weights) {
      const values = await adamax.extractIterations(weights);
      const slots = tidy(() =>
        values.map(({ name, tensor }) => ({ originalName: name, variable: variable(tensor, false) })),
      );
      adamax.accumulatedFirstMoment = slots.slice(0, slots.length / 2);
      adamax.accumulatedWeightedInfNorm = slots.slice(slots.length / 2);
    },
  };
}
