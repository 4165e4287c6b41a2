import type { LoadedModel } from "@minibatch/models";
import { CliError } from "../CliError.ts";
import { pictureShape } from "../predict/pictureShape.ts";

/**
 * Asks how bytes of pictures become what a model takes, where neither it nor its owner says so: a wrong guess gives wrong answers without a
 * word.
 *
 * @throws {CliError} `INVALID_USAGE`
 */
export function requireScaling(loaded: LoadedModel, path: string): void {
  const { model, metadata } = loaded;
  if (metadata.inputScaling || model.inputs.length !== 1) return;
  const shape = (model.inputs[0]?.shape ?? []).slice(1);
  const isOfAnySize = shape.length === 3 && shape.includes(null);
  if (!isOfAnySize && pictureShape(loaded, [], true) === undefined) return;
  const text = shape.map((length) => length ?? "any").join(", ");
  const [takes, otherwise] =
    shape.length === 1
      ? ["what may be flattened pictures", ", or --scale 1 where these are columns"]
      : ["pictures", ""];
  throw new CliError(
    "INVALID_USAGE",
    `${path} takes ${takes}, [${text}], and does not say in which range. Add what it was trained with: --scale 0..1 where bytes were ` +
      `divided by 255, --scale -1..1, or --scale 0..255 where they stayed as they are${otherwise}.`,
  );
}
