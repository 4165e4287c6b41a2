import type { LoadedModel } from "@minibatch/models";
import type { InputReader } from "../inputs/createInputReader.ts";
import type { Output } from "../Output.ts";
import { parseSampleName } from "./parseSampleName.ts";
import type { Session } from "../Session.ts";

/**
 * Predicts with a model that was trained on one's own data, which says how inputs are prepared.
 *
 * @returns nothing for other models, and for samples of the built-in datasets
 */
export async function predictOwn(
  inputs: readonly string[],
  loaded: LoadedModel,
  out: string | undefined,
  reader: InputReader,
  session: Session,
): Promise<Output | undefined> {
  const kind = loaded.metadata.preparation?.["kind"];
  const samples = inputs.some((input) => parseSampleName(input) !== undefined);
  if (kind === "table" && !samples) {
    const { predictTable } = await import("./predictTable.ts");
    return predictTable(inputs, loaded, out, reader, session);
  }
  if (kind === "picture" && !samples) {
    const { predictPictures } = await import("./predictPictures.ts");
    return predictPictures(inputs, loaded, out, reader, session);
  }
  return undefined;
}
