import { engine, mul, tidy } from "@tensorflow/tfjs-core";

/** Takes from each of these weights a share of itself. */
export function decayWeights(names: readonly string[], share: number): void {
  if (share === 0) return;
  for (const name of names) {
    const variable = engine().registeredVariables[name];
    if (variable) tidy(() => variable.assign(mul(variable, 1 - share)));
  }
}
