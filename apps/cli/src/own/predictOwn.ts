import type { LoadedModel } from "@minibatch/models";
import { CliError } from "../CliError.ts";
import type { Output } from "../Output.ts";
import { parseSampleName } from "../predict/parseSampleName.ts";
import type { PredictOptions } from "../predict/PredictOptions.ts";
import type { Session } from "../Session.ts";

/**
 * Predicts with a model that was trained on one's own data, which says how inputs are prepared.
 *
 * @returns nothing for other models, and for samples of the built-in datasets
 * @throws {CliError} `INVALID_USAGE` for `--out` with another model
 */
export async function predictOwn(
  inputs: readonly string[],
  loaded: LoadedModel,
  { out }: PredictOptions,
  session: Session,
): Promise<Output | undefined> {
  const kind = loaded.metadata.preparation?.["kind"];
  const samples = inputs.some((input) => parseSampleName(input) !== undefined);
  if (kind === "table" && !samples) {
    const { predictTable } = await import("./predictTable.ts");
    return predictTable(inputs, loaded, out, session);
  }
  if (kind === "picture" && !samples) {
    const { predictPictures } = await import("./predictPictures.ts");
    return predictPictures(inputs, loaded, out, session);
  }
  if (out === undefined) return undefined;
  throw new CliError(
    "INVALID_USAGE",
    "--out is for models that were trained on your own pictures or table; --json prints what any model predicts.",
  );
}
