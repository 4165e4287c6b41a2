import type { LoadedModel } from "@minibatch/models";
import { predict } from "@minibatch/training";
import { answersOf } from "./answersOf.ts";
import { type ClassVerdict, classVerdict } from "./classVerdict.ts";
import type { InputReader } from "../inputs/createInputReader.ts";
import type { Output } from "../Output.ts";
import { predictionsOutput } from "./predictionsOutput.ts";
import { type ImageInput, imageInputs } from "./imageInputs.ts";
import { pixelScaling } from "../run/pixelScaling.ts";
import type { Session } from "../Session.ts";
import { blockPicture } from "../terminal/blockPicture.ts";
import { probabilityBars } from "../terminal/probabilityBars.ts";
import { predictedOf, valueTable } from "./valueTable.ts";

/** Classes that are shown for each image. */
const TOP = 5;

/** As many pictures are drawn; more are a list. */
const shownPictures = 12;

/** Tells the classes of images, or values of them. */
export async function predictImages(
  images: readonly string[],
  shape: readonly [number, number, number],
  loaded: LoadedModel,
  out: string | undefined,
  reader: InputReader,
  session: Session,
): Promise<Output> {
  const { model, metadata } = loaded;
  const { inputs, unread } = await imageInputs(images, shape, loaded, reader, session);
  const size = shape.reduce((product, length) => product * length, 1);
  const data = new Uint8Array(inputs.length * size);
  for (const [row, { pixels }] of inputs.entries()) data.set(pixels, row * size);
  const own = (model.inputs[0]?.shape ?? []).slice(1) as number[];
  const outputs = await predict(
    model,
    { data, shape: [inputs.length, ...own] },
    { inputScaling: pixelScaling(metadata, session), signal: session.source.signal },
  );
  const answers = answersOf(loaded, outputs);
  /** As a list, or in a file: of many pictures, and where some could not be read. */
  const listed = async (predictions: readonly object[]): Promise<Output> => {
    const called = inputs.map(({ input }) => input);
    const output = await predictionsOutput(called, answers, unread, out, session);
    return { ...output, json: { ...output.json, predictions } };
  };
  if (answers.kind === "values") {
    const predictions = inputs.map(({ input }, row) => ({
      input,
      predicted: predictedOf(answers.values, row),
    }));
    if (out !== undefined || unread.length > 0) return listed(predictions);
    return { json: { predictions }, text: () => valueTable("input", inputs, answers, session) };
  }
  if (metadata.classNames === undefined && metadata.dataset === undefined) {
    session.status.print(
      "The model does not name its classes, so they are numbered. --labels labels.txt names them, one a line.",
    );
  }
  const predictions = inputs.map((input, row) => ({ input, ...classVerdict(answers, row, input.label) }));
  const said = predictions.map(({ input: { input }, json }) => ({ input, ...json }));
  if (out !== undefined || unread.length > 0 || inputs.length > shownPictures) return listed(said);
  return {
    json: { predictions: said },
    text: () => predictions.map((one) => picture(one.input, one, shape, session)).join("\n"),
  };
}

/** The image as characters, and beside it what the model says. */
function picture(
  { input, pixels, label }: ImageInput,
  { answer, top }: ClassVerdict,
  [height = 0, width = 0, channels = 1]: readonly number[],
  { colour }: Session,
): string {
  const verdict =
    label === undefined
      ? ""
      : label === answer
        ? colour.green("  right")
        : colour.red(`  wrong: it is ${label}`);
  const words = [
    colour.dim(input),
    `${colour.bold(answer)}${verdict}`,
    "",
    ...probabilityBars(top.slice(0, TOP), colour),
  ];
  const lines = blockPicture({ width, height, channels, data: pixels }, width, colour);
  const offset = Math.max(0, Math.floor((lines.length - words.length) / 2));
  return lines
    .map((line, index) => `${line}  ${words[index - offset] ?? ""}`.trimEnd())
    .join("\n")
    .concat("\n");
}
