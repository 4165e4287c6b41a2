import { engine, mul, tidy } from "@tensorflow/tfjs-core";

/** Takes from the weight of a name a share of itself. */
export function decayWeight(name: string, share: number): void {
  const variable = engine().registeredVariables[name];
  if (share !== 0 && variable) tidy(() => variable.assign(mul(variable, 1 - share)));
}
