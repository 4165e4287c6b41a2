import type { Tensor } from "@tensorflow/tfjs-core";

type Results = readonly (Tensor | undefined)[];

/**
 * Computes what a step makes of tensors, or has a backend that knows a faster way do it.
 *
 * @param key the same for steps that compute the same on tensors of the same shapes
 * @param given what the step reads
 */
export type PlannedStep = (key: string, given: readonly Tensor[], compute: () => Results) => Results;
