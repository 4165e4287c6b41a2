import type { SymbolicTensor } from "@tensorflow/tfjs-layers";
import type { OnnxTensor } from "./decodeTensor.ts";

/** What a name of the graph stands for while it is read. */
export type Loaded = LoadedTensor | OnnxTensor;

/** A tensor of the model that is being built. */
export interface LoadedTensor {
  readonly symbol: SymbolicTensor;
  /** Whether it has last the axis that the file has second, as tfjs convolves; it stays so until somebody needs the order of the file. */
  readonly channelsLast: boolean;
  /** Whether none of its values can be negative, so that zeros around it change no maximum. */
  readonly positive?: boolean;
}

/** Whether it is computed, not stored. */
export function isTensor(loaded: Loaded | undefined): loaded is LoadedTensor {
  return loaded !== undefined && "symbol" in loaded;
}

/** The lengths in the order of the file, the batch first. */
export function fileShape({ symbol: { shape }, channelsLast }: LoadedTensor): (number | null)[] {
  if (!channelsLast) return [...shape];
  return [shape[0] ?? null, shape.at(-1) ?? null, ...shape.slice(1, -1)];
}
