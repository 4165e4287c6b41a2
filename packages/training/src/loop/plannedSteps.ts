import { backend, Optimizer, tidy } from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import type { CompiledModel } from "./CompiledModel.ts";
import type { PlannedStep } from "./PlannedStep.ts";

/**
 * The name under which a backend offers to compute steps by the list of their kernels, where the layers of the model allow it:
 * `@minibatch/wasm-kernels` does so for "wasm". It compares one step with what tfjs makes of it before.
 */
const planSteps = Symbol.for("@minibatch/wasm-kernels/planSteps");

/**
 * Finds the backend's way to compute the steps of a model, before anything is done to its layers. Losses, penalties and gradients that are
 * not tfjs' own may change from step to step, and are left alone.
 *
 * @returns gives that way, or none, to be asked at the beginning of each epoch: one whose layers are configured otherwise by then has none
 */
export function plannedSteps({
  model,
  optimizer,
  lossName,
  penalties,
}: CompiledModel): () => PlannedStep | undefined {
  const { layers } = model;
  const configuration = (): string => JSON.stringify(layers.map((layer) => layer.getConfig()));
  const offers = backend() as { [planSteps]?: (model: LayersModel) => PlannedStep | undefined };
  const plain = optimizer.computeGradients === Optimizer.prototype.computeGradients;
  const fits = plain && lossName !== undefined && penaltiesOf(penalties) === 0;
  const planned = fits ? offers[planSteps]?.((model as { model?: LayersModel }).model ?? model) : undefined;
  if (!planned) return () => undefined;
  const configured = configuration();
  return () => (configuration() === configured ? planned : undefined);
}

function penaltiesOf(penalties: CompiledModel["penalties"]): number {
  return tidy(() => penalties().length);
}
