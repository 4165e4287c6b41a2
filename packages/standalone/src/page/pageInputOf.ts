import type { ModelMetadata } from "@minibatch/models";
import type { PageInput } from "../prepare/PageInput.ts";

/**
 * How a person feeds a model on its page, by what its metadata say of its inputs.
 *
 * @param inputShape of one input, without the batch
 * @example
 * pageInputOf({ dataset: "mnist" }, [28, 28, 1]); // { kind: "drawing", of: "digit" }
 */
export function pageInputOf(metadata: ModelMetadata, inputShape: readonly number[]): PageInput {
  const { preparation, dataset, featureNames } = metadata;
  if (preparation?.["kind"] === "table") return { kind: "table", encoding: preparation["encoding"] };
  const [height = 1, width = 1, channels = 1] = inputShape;
  const framed = { kind: "picture", height, width, channels: channels === 1 ? 1 : 3 } as const;
  if (preparation?.["kind"] === "picture") {
    return { ...framed, fit: preparation["fit"] === "crop" ? "crop" : "pad" };
  }
  const pixels = inputShape.reduce((product, length) => product * length, 1);
  if (pixels === 28 * 28) return { kind: "drawing", of: dataset === "fashion-mnist" ? "garment" : "digit" };
  if (inputShape.length === 3) return { ...framed, fit: "crop" };
  return {
    kind: "numbers",
    names: Array.from({ length: pixels }, (_, at) => featureNames?.[at] ?? `x${at + 1}`),
  };
}
