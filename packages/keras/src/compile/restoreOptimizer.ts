import { dispose, type Optimizer, scalar, tensor, zeros } from "@tensorflow/tfjs-core";
import type { LayersModel, LayerVariable } from "@tensorflow/tfjs-layers";
import { KerasError } from "../KerasError.ts";
import type { Hdf5Dataset } from "../hdf5/Hdf5Node.ts";
import { slotLayout, slotPlace } from "./optimizerSlots.ts";

/**
 * Gives an optimizer the state that a file has.
 *
 * @param state the data sets of the file: steps, learning rate, and what is kept for each weight
 * @param trained the weights that are trained, in the order of Keras
 * @throws {KerasError} `WEIGHTS_MISMATCH`
 */
export async function restoreOptimizer(
  model: LayersModel,
  optimizer: Optimizer,
  state: readonly (Hdf5Dataset | undefined)[],
  trained: readonly LayerVariable[],
): Promise<void> {
  const layout = slotLayout(optimizer);
  if (layout === undefined || state.length === 0) return;
  const expected = slotPlace(layout, layout.kinds.length, 0, trained.length);
  const whole = layout.interleaved ? 2 + layout.kinds.length * trained.length : expected;
  const [steps] = (await state[0]?.read())?.data ?? [];
  // An optimizer that has made no step has no state in some files.
  if (steps === 0 || (state.length <= 2 && whole > 2)) return;
  if (state.length !== whole || typeof steps !== "number") {
    throw new KerasError(
      "WEIGHTS_MISMATCH",
      `The optimizer's state has ${state.length} arrays, and this model takes ${whole}.`,
    );
  }
  const order = [...new Set(model.trainableWeights)];
  const values = await Promise.all(
    Array.from({ length: layout.tfjsKinds }, (_, tfjsKind) =>
      order.map(async (weight) => {
        const shape = weight.shape as number[];
        const kind = layout.kinds.findIndex(({ tfjs }) => tfjs === tfjsKind);
        if (kind < 0) return { name: weight.originalName, shape, data: undefined };
        const found = await state[slotPlace(layout, kind, trained.indexOf(weight), trained.length)]?.read();
        if (found?.shape.join() !== shape.join() || !(found.data instanceof Float32Array)) {
          throw new KerasError(
            "WEIGHTS_MISMATCH",
            `The optimizer's state for ${weight.originalName} does not have its shape.`,
          );
        }
        const factor = layout.kinds[kind]?.factor ?? 1;
        return { name: weight.originalName, shape, data: found.data.map((value) => value * factor) };
      }),
    ).flat(),
  );
  const tensors = [
    { name: "iter", tensor: scalar(steps, "int32") },
    ...values.map(({ name, shape, data }) => ({ name, tensor: data ? tensor(data, shape) : zeros(shape) })),
  ];
  try {
    await optimizer.setWeights(tensors);
  } finally {
    dispose(tensors.map((entry) => entry.tensor));
  }
}
