import "@tensorflow/tfjs-backend-cpu";
import { writeFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { temporaryFolder } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import { decodeModel, loadModel, mlp, saveModel } from "../src/index.ts";
import { foreignMetadata } from "../src/foreignMetadata.ts";

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

/** What Teachable Machine writes beside a model of images. */
const teachable = {
  tfjsVersion: "1.3.1",
  tmVersion: "2.4.7",
  packageVersion: "0.8.4-alpha2",
  packageName: "@teachablemachine/image",
  timeStamp: "2024-01-01T00:00:00.000Z",
  userMetadata: {},
  modelName: "tm-my-image-model",
  labels: ["cat", "dog"],
  imageSize: 224,
};

it("foreignMetadata(bytes) knows the labels and pixels of Teachable Machine", () => {
  const { classNames, inputScaling } = foreignMetadata(bytesOf(teachable));
  expect(classNames).toEqual(["cat", "dog"]);
  const { scale, offset } = inputScaling as { scale: number; offset: number };
  // Its own library: pixels / 127 - 1.
  expect([0, 127, 254].map((pixel) => pixel * scale + offset)).toEqual([-1, 0, 1]);
});

it("foreignMetadata(bytes) scales nothing for its models of poses, which take no pixels", () => {
  const { imageSize: _, ...pose } = teachable;
  expect(foreignMetadata(bytesOf(pose))).toEqual({ classNames: ["cat", "dog"] });
});

it("foreignMetadata(bytes) takes our own names, written by hand", () => {
  const own = {
    classNames: ["a"],
    featureNames: ["x"],
    inputScaling: { scale: [1, 2], offset: 0 },
    dataset: "d",
  };
  expect(foreignMetadata(bytesOf(own))).toEqual(own);
});

it.each([
  null,
  3,
  [],
  "text",
  {},
  { labels: [] },
  { labels: [1, 2] },
  { labels: "cat" },
  { inputScaling: { scale: "1/255" } },
  { inputScaling: { scale: 2 } },
  { imageSize: 224 },
])("foreignMetadata of %j is empty: it says nothing of a model", (value) => {
  expect(foreignMetadata(bytesOf(value))).toEqual({});
});

it("foreignMetadata(bytes) takes what is no JSON for nothing", () => {
  expect(foreignMetadata(new TextEncoder().encode("<html>"))).toEqual({});
});

it("loadModel(folder) and decodeModel(files) read metadata.json of others, and prefer what we saved ourselves", async () => {
  await tf.setBackend("cpu");
  const folder = await temporaryFolder();
  const model = mlp({ inputShape: [2], hidden: [], classes: 2 });
  await saveModel(model, folder, { classNames: ["ours", "too"] });
  await writeFile(join(folder, "metadata.json"), JSON.stringify(teachable));
  expect((await loadModel(folder)).metadata).toEqual({ classNames: ["ours", "too"] });
  const json = JSON.parse(await readFile(join(folder, "model.json"), "utf8"));
  delete json.userDefinedMetadata;
  await writeFile(join(folder, "model.json"), JSON.stringify(json));
  expect((await loadModel(folder)).metadata.classNames).toEqual(["cat", "dog"]);
  const names = ["model.json", "weights.bin", "metadata.json"];
  const files = await Promise.all(
    names.map(async (name) => [name, new Uint8Array(await readFile(join(folder, name)))] as const),
  );
  expect((await decodeModel(new Map(files))).metadata.classNames).toEqual(["cat", "dog"]);
  model.dispose();
});
