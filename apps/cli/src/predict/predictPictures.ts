import { decodePicture, ImageError, type Preparation, preparePicture } from "@minibatch/images";
import type { LoadedModel } from "@minibatch/models";
import { predict } from "@minibatch/training";
import { CliError } from "../CliError.ts";
import type { InputReader } from "../inputs/createInputReader.ts";
import { pictureFiles } from "../inputs/pictureFiles.ts";
import type { Output } from "../Output.ts";
import { answersOf } from "./answersOf.ts";
import type { Session } from "../Session.ts";
import { bar } from "../terminal/bar.ts";
import { countText } from "../terminal/numberText.ts";
import { predictionsOutput, type UnreadInput } from "./predictionsOutput.ts";

/** Predicts pictures with a model that was trained on pictures of one's own: each is prepared as those were. */
export async function predictPictures(
  inputs: readonly string[],
  loaded: LoadedModel,
  out: string | undefined,
  reader: InputReader,
  session: Session,
): Promise<Output> {
  const { model, metadata } = loaded;
  const preparation = metadata.preparation as unknown as Preparation;
  const files = (await Promise.all(inputs.map((input) => pictureFiles(input, session)))).flat();
  const size = preparation.height * preparation.width * preparation.channels;
  const data = new Uint8Array(files.length * size);
  const rows: string[] = [];
  const unread: UnreadInput[] = [];
  const { status, statusColour, source } = session;
  for (const [index, file] of files.entries()) {
    source.signal.throwIfAborted();
    status.update(
      () =>
        `Decoding pictures ${statusColour.cyan(bar(index / files.length, 22))} ${countText(index)} of ${countText(files.length)}`,
    );
    try {
      const picture = await decodePicture(await reader.bytes(file));
      data.set(preparePicture(picture, preparation), rows.length * size);
      rows.push(file);
    } catch (error) {
      const named =
        error instanceof ImageError || (error instanceof CliError && error.code === "NOT_READABLE");
      if (!named) throw error;
      unread.push({ input: file, message: error.message });
    }
  }
  status.clear();
  const own = (model.inputs[0]?.shape ?? []).slice(1) as number[];
  const outputs = await predict(
    model,
    { data: data.subarray(0, rows.length * size), shape: [rows.length, ...own] },
    { inputScaling: metadata.inputScaling, signal: source.signal },
  );
  return predictionsOutput(rows, answersOf(loaded, outputs), unread, out, session);
}
