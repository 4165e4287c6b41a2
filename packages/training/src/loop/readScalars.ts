import type { Tensor } from "@tensorflow/tfjs-core";
import type { CompiledModel } from "./CompiledModel.ts";
import type { Logs } from "./History.ts";

/** Reads the scalars of a step, loss first, then the metrics in their order, and names them. */
export async function readScalars({ metrics }: CompiledModel, scalars: readonly Tensor[]): Promise<Logs> {
  const values = await Promise.all(scalars.map(async (scalar) => (await scalar.data())[0] as number));
  const names = ["loss", ...metrics.map(({ name }) => name)];
  return Object.fromEntries(names.map((name, index) => [name, values[index] as number]));
}
