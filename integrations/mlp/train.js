import { startBackend } from "@minibatch/backends";
import { syntheticDigits } from "@minibatch/datasets";
import { mlp } from "@minibatch/models";
import { evaluate, fit } from "@minibatch/training";

/**
 * Trains the network of the README, on digits that are drawn here.
 *
 * @returns what it ran on, the loss of the last epoch, and how much of the test set it reads
 */
export async function train(options) {
  const { name, device, threads, note } = await startBackend("wasm", options);
  const { train, test } = await syntheticDigits.load({ limit: { train: 2000, test: 500 } });
  const model = mlp({ inputShape: syntheticDigits.inputShape, hidden: [128], classes: 10 });
  model.compile({ optimizer: "adam", loss: "sparseCategoricalCrossentropy", metrics: ["accuracy"] });
  const { loss } = await fit(model, train, { epochs: 3, batchSize: 64 });
  const { accuracy } = await evaluate(model, test);
  return { backend: name, device, threads, note, loss: loss.at(-1), accuracy };
}
