import "@tensorflow/tfjs-backend-cpu";
import { expectNoLeak } from "@minibatch/testing";
import { layers, type LayersModel, sequential } from "@tensorflow/tfjs-layers";
import { expect, it } from "vitest";
import { decodeModel, encodeModel, type ModelMetadata } from "../src/index.ts";

const asTheyAre = { scale: 1, offset: 0 };

/** What is known of a model that was saved and loaded. */
async function scalingOf(model: LayersModel, metadata?: ModelMetadata): Promise<unknown> {
  const loaded = await decodeModel(await encodeModel(model, metadata));
  for (const one of [model, loaded.model]) one.dispose();
  return loaded.metadata.inputScaling;
}

const rescaling = (inputShape?: number[]) =>
  layers.rescaling({ scale: 1 / 255, ...(inputShape && { inputShape }) });
const dense = (inputShape?: number[]) => layers.dense({ units: 2, ...(inputShape && { inputShape }) });

it("decodeModel(files) says of a model that scales its inputs itself that they are taken as they are", () =>
  expectNoLeak(async () => {
    const first = sequential({ layers: [rescaling([4]), dense()] });
    const later = sequential({ layers: [layers.flatten({ inputShape: [2, 2] }), rescaling(), dense()] });
    const within = sequential({ layers: [sequential({ layers: [rescaling([4]), dense()] }), dense()] });
    for (const model of [first, later, within]) expect(await scalingOf(model)).toEqual(asTheyAre);
  }));

it("decodeModel(files) says nothing of scaling behind what has learned, and leaves what a model says of itself", () =>
  expectNoLeak(async () => {
    expect(await scalingOf(sequential({ layers: [dense([4]), rescaling()] }))).toBeUndefined();
    const said = { scale: 1 / 127, offset: -1 };
    const model = sequential({ layers: [rescaling([4]), dense()] });
    expect(await scalingOf(model, { inputScaling: said })).toEqual(said);
  }));
