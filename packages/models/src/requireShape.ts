import { ModelError } from "./ModelError.ts";
import { requireList } from "./requireList.ts";

/** Throws unless an input has at least one axis, each of a length that can be. */
export function requireShape(inputShape: readonly number[]): void {
  requireList(inputShape, "inputShape", "[28, 28, 1] or [4]");
  const fits =
    inputShape.length > 0 && inputShape.every((length) => Number.isSafeInteger(length) && length > 0);
  if (fits) return;
  throw new ModelError(
    "INVALID_ARGUMENT",
    `inputShape must be the length of each axis of one input, positive integers such as [28, 28, 1] or [4], ` +
      `but it is [${inputShape.join(", ")}].`,
  );
}
