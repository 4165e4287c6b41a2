import type { CompiledModel } from "./CompiledModel.ts";

/** What each epoch measures, under the names of Keras' history in camel case: `loss`, `accuracy`, `valLoss`. */
export function historyColumns({ metrics }: CompiledModel, validated: boolean): string[] {
  const measured = ["loss", ...metrics.map(({ name }) => name)];
  return validated ? [...measured, ...measured.map(validationName)] : measured;
}

/** The column of the validation's value: `valLoss` for `loss`. */
export function validationName(name: string): string {
  return `val${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
