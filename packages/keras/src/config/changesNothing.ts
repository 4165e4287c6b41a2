import type { Json } from "./Json.ts";

/** The values with which Keras does what tfjs does, of arguments that tfjs does not have. */
const neutral: Json = {
  groups: 1,
  dilation_rate: 1,
  data_format: "channels_last",
  negative_slope: 0,
  threshold: 0,
};

/** Arguments that change nothing of what a layer computes here. */
const ignored = new Set([
  "seed",
  "batch_input_shape",
  "batch_shape",
  "input_shape",
  "input_length",
  "implementation",
  "autocast",
  "zero_output_for_mask",
  "synchronized",
  "fused",
  "renorm_momentum",
  "build_config",
]);

/** Whether an argument that tfjs does not have is of no account: it says nothing, or what tfjs does anyway. */
export function changesNothing(argument: string, value: unknown): boolean {
  if (value === null || value === false || ignored.has(argument)) return true;
  return [value].flat().every((part) => part === neutral[argument]);
}
