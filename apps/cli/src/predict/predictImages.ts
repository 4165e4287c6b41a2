import type { LoadedModel } from "@minibatch/models";
import { predict } from "@minibatch/training";
import type { Output } from "../Output.ts";
import { type ImageInput, imageInputs } from "./imageInputs.ts";
import type { Session } from "../Session.ts";
import { blockPicture } from "../terminal/blockPicture.ts";
import { type ClassProbability, probabilityBars } from "../terminal/probabilityBars.ts";

/** Classes that are shown for each image. */
const TOP = 5;

/** Tells the classes of images. */
export async function predictImages(
  images: readonly string[],
  loaded: LoadedModel,
  session: Session,
): Promise<Output> {
  const { model, metadata } = loaded;
  const inputs = await imageInputs(images, loaded, session);
  const shape = model.inputs[0]?.shape.slice(1).map((length) => length ?? 1) ?? [];
  const size = shape.reduce((product, length) => product * length, 1);
  const data = new Uint8Array(inputs.length * size);
  for (const [row, { pixels }] of inputs.entries()) data.set(pixels, row * size);
  const probabilities = await predict(
    model,
    { data, shape: [inputs.length, ...shape] },
    { inputScaling: metadata.inputScaling, signal: session.source.signal },
  );
  const classes = probabilities.shape[1] ?? 1;
  const predictions = inputs.map((input, row) => {
    const values = Array.from(probabilities.data.subarray(row * classes, (row + 1) * classes));
    const names = values.map((probability, index) => ({
      name: metadata.classNames?.[index] ?? String(index),
      probability,
    }));
    return { input, classes: names, top: names.toSorted((a, b) => b.probability - a.probability) };
  });
  const json = {
    predictions: predictions.map(({ input: { input, label }, classes, top }) => ({
      input,
      class: top[0]?.name,
      ...(label === undefined ? {} : { label }),
      probabilities: Object.fromEntries(classes.map(({ name, probability }) => [name, probability])),
    })),
  };
  return {
    json,
    text: () => predictions.map((one) => picture(one.input, one.top, shape, session)).join("\n"),
  };
}

/** The image as characters, and beside it what the model says. */
function picture(
  { input, pixels, label }: ImageInput,
  top: readonly ClassProbability[],
  [height = 0, width = 0, channels = 1]: readonly number[],
  { colour }: Session,
): string {
  const answer = top[0]?.name ?? "";
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
