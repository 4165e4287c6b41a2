import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { decodePicture, ImageError, type Preparation, preparePicture } from "@minibatch/images";
import type { LoadedModel } from "@minibatch/models";
import { predict } from "@minibatch/training";
import { CliError } from "../CliError.ts";
import type { Output } from "../Output.ts";
import { answersOf } from "../predict/answersOf.ts";
import type { Session } from "../Session.ts";
import { bar } from "../terminal/bar.ts";
import { countText } from "../terminal/numberText.ts";
import { predictionsOutput, type UnreadInput } from "./predictionsOutput.ts";

/** Predicts pictures with a model that was trained on pictures of one's own: each is prepared as those were. */
export async function predictPictures(
  inputs: readonly string[],
  loaded: LoadedModel,
  out: string | undefined,
  session: Session,
): Promise<Output> {
  const { model, metadata } = loaded;
  const preparation = metadata.preparation as unknown as Preparation;
  const files = (await Promise.all(inputs.map((input) => filesOf(input, session)))).flat();
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
      const picture = await decodePicture(await bytesOf(file, session));
      data.set(preparePicture(picture, preparation), rows.length * size);
      rows.push(file);
    } catch (error) {
      if (!(error instanceof ImageError || error instanceof CliError)) throw error;
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

/** The file itself, or all files of a folder and its folders, but for hidden ones; in the order of their names. */
async function filesOf(input: string, session: Session): Promise<string[]> {
  if (/^https?:\/\//.test(input)) return [input];
  const found = await stat(session.resolve(input)).catch(() => undefined);
  if (found === undefined) {
    throw new CliError(
      "INVALID_USAGE",
      `There is no file or folder ${input}. Give pictures, or a folder of them.`,
    );
  }
  if (!found.isDirectory()) return [input];
  const names = await readdir(session.resolve(input), { recursive: true, withFileTypes: true });
  const files = names
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => session.display(join(parentPath, name)))
    .filter((path) => !path.split(/[/\\]/).some((part) => /^\.[^.]|^__MACOSX$|^Thumbs\.db$/i.test(part)));
  return files.sort((a, b) => (a < b ? -1 : 1));
}

async function bytesOf(input: string, session: Session): Promise<Uint8Array> {
  if (!/^https?:\/\//.test(input)) return readFile(session.resolve(input));
  const answer = await fetch(input, { signal: session.source.signal }).catch((cause: unknown) => {
    throw new CliError("INVALID_IMAGE", "could not be reached", { cause });
  });
  if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
  throw new CliError("INVALID_IMAGE", `is not there: the server answers ${answer.status}`);
}
