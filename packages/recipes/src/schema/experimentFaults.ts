import { experimentSchema } from "./experimentSchema.ts";
import { faultsOf, type SchemaFault } from "./faultsOf.ts";

/**
 * Says what is wrong with an experiment that somebody wrote, each fault with its place, before anything is opened or made.
 *
 * @param value what `JSON.parse` gave
 * @returns none for an {@link Experiment} or a {@link RecipeExperiment}
 * @example
 * const [fault] = experimentFaults({ recipe: "mnist-cnn", settings: { epoch: 3 } });
 * fault.path; // ["settings", "epoch"]
 * fault.problem; // 'is unknown. Is "epochs" meant?'
 */
export function experimentFaults(value: unknown): readonly SchemaFault[] {
  return faultsOf(value, experimentSchema());
}
