import type { KerasProblem } from "../KerasError.ts";
import type { WeightSlot } from "../weights/weightSlots.ts";
import type { Layer } from "../Layer.ts";

/** What only layers that are built tell: an axis that tfjs computes wrongly unless it is the last one. */
export function beyondTfjs(slots: readonly WeightSlot[]): KerasProblem[] {
  return slots.flatMap(({ layer, index }) => {
    const { name, axis = -1 } = layer as Layer & { readonly axis?: number };
    const className = layer.getClassName();
    const [input] = [layer.inputSpec].flat();
    const isLast = axis === -1 || axis + 1 === input?.ndim;
    if (className !== "BatchNormalization" || isLast || index > 0) return [];
    return [{ name, kind: className, reason: `axis ${axis}` }];
  });
}
