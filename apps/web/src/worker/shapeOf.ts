import type { LoadedModel } from "@minibatch/models";
import type { ModelShape } from "../storage/models.ts";

/** What a model takes and gives; none for one of several inputs or outputs. */
export function shapeOf({ inputs, outputs }: LoadedModel["model"]): ModelShape | undefined {
  const [input, output] = [inputs[0], outputs[0]];
  if (!input || !output || inputs.length + outputs.length > 2) return undefined;
  return { input: input.shape.slice(1), output: output.shape.slice(1) };
}
