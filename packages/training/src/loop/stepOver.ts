import type { Tensor } from "@tensorflow/tfjs-core";
import { accumulatedStep, type MicroBatch } from "./accumulatedStep.ts";
import type { CompiledModel } from "./CompiledModel.ts";
import { trainStep } from "./trainStep.ts";

/** Takes a step over a batch, in parts where there are several; gives what was measured of each part. */
export function stepOver(compiled: CompiledModel, parts: readonly MicroBatch[]): Tensor[][] {
  const [first] = parts;
  if (parts.length > 1 || !first) return accumulatedStep(compiled, parts);
  return [trainStep(compiled, first.assemble())];
}
