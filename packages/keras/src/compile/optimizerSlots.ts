import type { Optimizer } from "@tensorflow/tfjs-core";
import { objectAt } from "../config/Json.ts";

/** What an optimizer keeps for each weight: where Keras and tfjs have it, and by what it is multiplied on the way from Keras. */
export interface SlotKind {
  /** Its place among the kinds of tfjs, which lists one kind after the other. */
  readonly tfjs: number;
  readonly factor: number;
}

/** How the state of an optimizer lies in a file of Keras. */
export interface SlotLayout {
  /** How many kinds tfjs keeps. */
  readonly tfjsKinds: number;
  /** The kinds in the file. */
  readonly kinds: readonly SlotKind[];
  /** Whether the file has all kinds of one weight together, as for Adam; else one kind of all weights after the other. */
  readonly interleaved: boolean;
}

/** The layout of the optimizers whose state both have; undefined for others. */
export function slotLayout(optimizer: Optimizer): SlotLayout | undefined {
  const { momentum, learningRate, centered } = objectAt(optimizer.getConfig());
  const kind = (tfjs: number, factor = 1): SlotKind => ({ tfjs, factor });
  switch (optimizer.getClassName()) {
    case "SGD":
      return { tfjsKinds: 0, kinds: [], interleaved: false };
    case "Momentum":
      // Keras keeps the step, which has the rate in it; tfjs the gradients, which are subtracted.
      return { tfjsKinds: 1, kinds: [kind(0, -1 / (learningRate as number))], interleaved: false };
    case "RMSProp": {
      const kinds = [kind(0), ...(momentum === 0 ? [] : [kind(1)]), ...(centered === true ? [kind(2)] : [])];
      return { tfjsKinds: centered === true ? 3 : 2, kinds, interleaved: false };
    }
    case "Adam":
      return { tfjsKinds: 2, kinds: [kind(0), kind(1)], interleaved: true };
    default:
      return undefined;
  }
}

/** The place of a kind of slot of a weight in the file, behind the count of steps and the learning rate. */
export function slotPlace(
  { kinds, interleaved }: SlotLayout,
  kind: number,
  weight: number,
  weights: number,
): number {
  return 2 + (interleaved ? weight * kinds.length + kind : kind * weights + weight);
}
