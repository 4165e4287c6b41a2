import type { NdArray } from "@minibatch/datasets";
import type { InputScaling } from "@minibatch/models";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { bytesOf } from "../data/bytesOf.ts";
import { requireScaling } from "../data/requireScaling.ts";
import { TrainingError } from "../TrainingError.ts";

const toUnitRange: InputScaling = { scale: 1 / 255, offset: 0 };
const asTheyAre: InputScaling = { scale: 1, offset: 0 };

/** From so many columns on, rows of bytes may be flattened pictures: 8 x 8 pixels. */
const SMALLEST_PICTURE = 64;

/** What the models of this process were trained with. */
const trainedWith = new WeakMap<LayersModel, InputScaling>();

/**
 * Decides how inputs are scaled that come without an `inputScaling`, here and nowhere else:
 *
 * - bytes of images, `[n, height, width]` or `[n, height, width, channels]`, become 0 to 1, as torchvision's `ToTensor` does;
 * - bytes of a table, `[n, columns]`, and all other numbers stay what they are;
 * - bytes in 64 columns or more may be either, a wide table or flattened pictures, and are refused.
 *
 * @throws {TrainingError} `INVALID_ARGUMENT`
 */
export function defaultScaling(x: NdArray): InputScaling {
  if (!bytesOf(x.data)) return asTheyAre;
  const [, columns = 1] = x.shape;
  if (x.shape.length > 2) return toUnitRange;
  if (columns < SMALLEST_PICTURE) return asTheyAre;
  throw new TrainingError(
    "INVALID_ARGUMENT",
    `Bytes [${x.shape.join(", ")}] may be flattened pictures or a table. Give inputScaling: { scale: 1 / 255, offset: 0 } ` +
      "for pictures, { scale: 1, offset: 0 } for a table; or leave pictures their shape, [n, height, width, channels].",
  );
}

/** Keeps what a model is trained with, so that {@link inputScalingFor} notices other inputs. */
export function rememberScaling(model: LayersModel, scaling: InputScaling): void {
  trainedWith.set(model, scaling);
}

/**
 * Decides how inputs are scaled for a model that may have been trained before: as asked, or by {@link defaultScaling}
 * where that is what it was trained with.
 *
 * @throws {TrainingError} `INVALID_ARGUMENT` when it was trained with another scaling and none is asked for
 */
export function inputScalingFor(
  model: LayersModel,
  x: NdArray,
  asked: InputScaling | undefined,
): InputScaling {
  if (asked) {
    requireScaling(asked);
    return asked;
  }
  const scaling = defaultScaling(x);
  const trained = trainedWith.get(model);
  if (trained) requireSameScaling(scaling, trained, x, "x");
  return scaling;
}

/** Throws `INVALID_ARGUMENT` when the inputs called `name` would be scaled in another way than those of training. */
export function requireSameScaling(
  found: InputScaling,
  trained: InputScaling,
  x: NdArray,
  name: string,
): void {
  if (same(found.scale, trained.scale) && same(found.offset, trained.offset)) return;
  throw new TrainingError(
    "INVALID_ARGUMENT",
    `The model is trained on inputs times ${told(trained.scale)} plus ${told(trained.offset)}, but ${name}, ` +
      `${x.data.constructor.name} [${x.shape.join(", ")}], would be taken times ${told(found.scale)}. Give the inputScaling ` +
      "of fit for inputs of the same kind, and { scale: 1, offset: 0 } for inputs that are scaled already.",
  );
}

function same(one: InputScaling["scale"], other: InputScaling["scale"]): boolean {
  if (typeof one === "number") return [other].flat().every((value) => value === one);
  if (typeof other === "number") return same(other, one);
  return one.length === other.length && one.every((value, feature) => value === other[feature]);
}

function told(values: InputScaling["scale"]): string {
  const numbers = [values]
    .flat()
    .map((value) => (value === 1 / 255 ? "1/255" : String(Number(value.toPrecision(4)))));
  return numbers.length > 3
    ? `[${numbers.slice(0, 3).join(", ")}, …]`
    : numbers.length > 1
      ? `[${numbers.join(", ")}]`
      : `${numbers[0]}`;
}
