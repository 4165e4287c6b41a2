import "@tensorflow/tfjs-backend-cpu";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expectNoLeak, temporaryFolder } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { beforeAll, expect, it } from "vitest";
import { cnn, decodeModel, encodeModel, type ModelMetadata, saveModel } from "../src/index.ts";

beforeAll(() => tf.setBackend("cpu"));

const metadata: ModelMetadata = { classNames: ["cat", "dog"], dataset: "pets" };

function smallCnn(): LayersModel {
  return cnn({ inputShape: [6, 6, 1], blocks: [{ filters: [2] }], classes: 2, seed: 3 });
}

function outputs(model: LayersModel): number[] {
  return tf.tidy(() => [...(model.predict(tf.ones([1, 6, 6, 1])) as tf.Tensor).dataSync()]);
}

it("decodeModel(await encodeModel(model, metadata)) gives back model and metadata, and leaks no tensors", async () => {
  await expectNoLeak(async () => {
    const model = smallCnn();
    const loaded = await decodeModel(await encodeModel(model, metadata));
    expect(outputs(loaded.model)).toEqual(outputs(model));
    expect(loaded.metadata).toEqual(metadata);
    model.dispose();
    loaded.model.dispose();
  });
});

it("encodeModel(model, metadata) gives the files that saveModel writes", async () => {
  const folder = await temporaryFolder();
  const model = smallCnn();
  await saveModel(model, folder, metadata);
  const files = await encodeModel(model, metadata);
  expect([...files.keys()]).toEqual(["weights.bin", "model.json"]);
  for (const [name, bytes] of files) expect([...(await readFile(join(folder, name)))]).toEqual([...bytes]);
  model.dispose();
});

it("decodeModel(files) throws NOT_FOUND for a missing file and CORRUPT_MODEL for a damaged one", async () => {
  const files = new Map(await encodeModel(smallCnn()));
  const weights = files.get("weights.bin") ?? new Uint8Array();
  await expect(decodeModel(new Map())).rejects.toMatchObject({ code: "NOT_FOUND" });
  files.set("weights.bin", weights.slice(0, -4));
  await expect(decodeModel(files)).rejects.toMatchObject({ code: "CORRUPT_MODEL" });
  files.delete("weights.bin");
  await expect(decodeModel(files)).rejects.toMatchObject({
    code: "NOT_FOUND",
    message: expect.stringContaining("weights.bin is missing"),
  });
  for (const text of ["{", "{}"]) {
    files.set("model.json", new TextEncoder().encode(text));
    await expect(decodeModel(files)).rejects.toMatchObject({ code: "CORRUPT_MODEL" });
  }
});
