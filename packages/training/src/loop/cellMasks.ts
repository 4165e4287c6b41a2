import { dispose, type Tensor } from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { layersWithin } from "./layersWithin.ts";

/** What the cells of recurrent layers keep from one call to the next. */
interface Cell {
  dropoutMask: Tensor | Tensor[] | null;
  recurrentDropoutMask: Tensor | Tensor[] | null;
}

/**
 * Finds the dropout masks that the cells of a model's recurrent layers keep.
 *
 * tfjs draws one where there is none, and only its layers of a single cell forget it when they are called: a layer `rnn` of
 * given cells would have the mask of the first batch for ever, for batches of another size and for predictions too.
 *
 * @returns `forget`, after which the next call draws anew
 */
export function cellMasks(model: LayersModel): { forget(): void } {
  const cells = layersWithin(model).filter((layer) => "dropoutMask" in layer) as unknown as Cell[];
  return {
    forget() {
      for (const cell of cells) {
        dispose([cell.dropoutMask ?? [], cell.recurrentDropoutMask ?? []]);
        cell.dropoutMask = null;
        cell.recurrentDropoutMask = null;
      }
    },
  };
}
