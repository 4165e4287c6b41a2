import type { Dataset } from "@minibatch/datasets";
import type { LoadedModel } from "@minibatch/models";
import { CliError } from "../CliError.ts";
import { requireOneAnswer } from "../predict/answersOf.ts";

/**
 * Refuses a model that does not tell apart the classes of a dataset.
 *
 * @throws {CliError} `MODEL_MISMATCH`
 */
export function requireFit(loaded: LoadedModel, dataset: Dataset): void {
  const { inputShape, classNames } = dataset;
  const takes = loaded.model.inputs[0]?.shape.slice(1) ?? [];
  const gives = loaded.model.outputs[0]?.shape.at(-1) ?? 0;
  // Without an axis for the one channel, and flattened, the values lie in the same order.
  const count = inputShape.reduce((product, length) => product * length, 1);
  const forms = [
    inputShape.join(),
    String(count),
    ...(inputShape.at(-1) === 1 ? [inputShape.slice(0, -1).join()] : []),
  ];
  const classes = gives === 1 ? 2 : gives;
  if (!forms.includes(takes.join()) || classes !== classNames.length) throw misfit(loaded, dataset);
  requireOneAnswer({ ...loaded, metadata: { classNames, ...loaded.metadata } });
}

/** The error for a model of another kind of data. */
export function misfit({ model }: LoadedModel, { title, inputShape, classNames }: Dataset): CliError {
  const takes = model.inputs[0]?.shape.slice(1) ?? [];
  const gives = model.outputs[0]?.shape.at(-1) ?? 0;
  return new CliError(
    "MODEL_MISMATCH",
    `The model takes inputs of shape [${takes.join(", ")}] and gives ${gives} numbers; ${title} has ` +
      `inputs of shape [${inputShape.join(", ")}] and ${classNames.length} classes. Name another --dataset.`,
  );
}
