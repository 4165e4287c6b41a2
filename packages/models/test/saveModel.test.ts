import "@tensorflow/tfjs-backend-cpu";
import { mkdir, readFile, readdir, rm, truncate, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expectNoLeak, temporaryFolder } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { beforeAll, expect, it, onTestFinished } from "vitest";
import {
  cnn,
  linearRegression,
  loadModel,
  type ModelMetadata,
  mlp,
  perceptron,
  saveModel,
  softmaxRegression,
  summary,
} from "../src/index.ts";

beforeAll(() => tf.setBackend("cpu"));

const metadata: ModelMetadata = {
  classNames: ["cat", "dog"],
  inputScaling: { scale: 1 / 255, offset: 0 },
  dataset: "pets",
  provenance: { recipe: "none", seed: 3 },
};

async function savedModel(location?: string) {
  const folder = location ?? join(await temporaryFolder(), "model");
  const model = cnn({ inputShape: [6, 6, 1], blocks: [{ filters: [2] }], classes: 2, seed: 3 });
  await saveModel(model, folder, metadata);
  return { folder, model };
}

function outputs(model: Awaited<ReturnType<typeof savedModel>>["model"]): number[] {
  return tf.tidy(() => [...(model.predict(tf.ones([1, 6, 6, 1])) as tf.Tensor).dataSync()]);
}

it("saveModel(model, folder) and loadModel(folder) give back model and metadata, and leave two files", async () => {
  const { folder, model } = await savedModel();
  const loaded = await loadModel(folder);
  expect(loaded.metadata).toEqual(metadata);
  expect(outputs(loaded.model)).toEqual(outputs(model));
  expect((await readdir(folder)).sort((a, b) => a.localeCompare(b))).toEqual(["model.json", "weights.bin"]);
});

it.each<[string, () => LayersModel]>([
  ["linearRegression", () => linearRegression({ inputShape: [13] })],
  ["perceptron", () => perceptron({ inputShape: [2] })],
  ["softmaxRegression", () => softmaxRegression({ inputShape: [6, 6, 1], classes: 3 })],
  ["mlp with outputs", () => mlp({ inputShape: [13], hidden: [8, 8], outputs: 1 })],
  [
    "mlp with dropout",
    () => mlp({ inputShape: [4], hidden: [5], dropout: 0.5, classes: 3, activation: "elu" }),
  ],
])("saveModel and loadModel give back a model of %s with its layers and outputs", async (_name, make) => {
  await expectNoLeak(async () => {
    const folder = join(await temporaryFolder(), "model");
    const model = make();
    const scaling = { scale: [0.5, 2], offset: [-1, 0] };
    await saveModel(model, folder, { inputScaling: scaling });
    const loaded = await loadModel(folder);
    expect(loaded.metadata).toEqual({ inputScaling: scaling });
    expect(summary(loaded.model)).toEqual(summary(model));
    tf.tidy(() => {
      const shape = (model.inputs[0]?.shape ?? []).slice(1) as number[];
      const input = tf.randomUniform([4, ...shape], -1, 1, "float32", 3);
      const [before, after] = [model, loaded.model].map((one) =>
        (one.predict(input) as tf.Tensor).dataSync(),
      );
      expect(after).toEqual(before);
    });
    model.dispose();
    loaded.model.dispose();
  });
});

it("loadModel takes a file:// address and the path of model.json too", async () => {
  const { folder } = await savedModel();
  expect((await loadModel(pathToFileURL(folder).href)).metadata).toEqual(metadata);
  expect((await loadModel(join(folder, "model.json"))).metadata).toEqual(metadata);
});

it("loadModel(url) loads over HTTP, from a folder's address", async () => {
  const { folder, model } = await savedModel();
  const server = createServer((request, response) => {
    readFile(join(folder, request.url ?? "")).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const loaded = await loadModel(url);
  expect(outputs(loaded.model)).toEqual(outputs(model));
  expect(loaded.metadata).toEqual(metadata);
});

it("saving and loading leave no tensor behind", async () => {
  await expectNoLeak(async () => {
    const { folder, model } = await savedModel();
    const loaded = await loadModel(folder);
    model.dispose();
    loaded.model.dispose();
  });
});

it("loadModel(folder) of a model without metadata gives empty metadata", async () => {
  const folder = await temporaryFolder();
  await saveModel(mlp({ inputShape: [2], hidden: [], classes: 2 }), folder);
  const path = join(folder, "model.json");
  const json = JSON.parse(await readFile(path, "utf8"));
  delete json.userDefinedMetadata;
  await writeFile(path, JSON.stringify(json));
  expect((await loadModel(folder)).metadata).toEqual({});
});

it("loadModel(folder) says what is wrong with a folder that holds no whole model", async () => {
  const { folder } = await savedModel();
  await expect(loadModel(join(folder, "elsewhere"))).rejects.toMatchObject({ code: "NOT_FOUND" });
  await truncate(join(folder, "weights.bin"), 40);
  await expect(loadModel(folder)).rejects.toThrow(/have 40 bytes, but model.json describes/);
  await rm(join(folder, "weights.bin"));
  await expect(loadModel(folder)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await writeFile(join(folder, "model.json"), '{"modelTopology":');
  await expect(loadModel(folder)).rejects.toMatchObject({ name: "ModelError", code: "CORRUPT_MODEL" });
});

it("saveModel(model, folder) fails with a code when the folder cannot be made, and leaves nothing", async () => {
  const parent = await temporaryFolder();
  await writeFile(join(parent, "file"), "");
  await expect(savedModel(join(parent, "file", "model"))).rejects.toMatchObject({ code: "SAVE_FAILED" });
  expect(await readdir(parent)).toEqual(["file"]);
});

it("saveModel and loadModel refuse schemes that nothing here handles", async () => {
  await expect(savedModel("ftp://host/model")).rejects.toMatchObject({ code: "UNSUPPORTED_LOCATION" });
  await expect(loadModel("ftp://host/model")).rejects.toMatchObject({ code: "UNSUPPORTED_LOCATION" });
});

it("saveModel(model, file.json) keeps models apart in one folder, and each with its own metadata", async () => {
  await expectNoLeak(async () => {
    const folder = await temporaryFolder();
    const names = ["best.json", "last.json", "model.json", "v1.2.json", "a b%c.json"];
    const saved = names.map((name, at) => ({
      name,
      model: linearRegression({ inputShape: [3], seed: at + 1 }),
    }));
    // The second time each is written over: nothing of the first may stay.
    for (const { name, model } of [...saved, ...saved]) {
      await saveModel(model, join(folder, name), { dataset: name });
    }
    for (const { name, model } of saved) {
      const loaded = await loadModel(join(folder, name));
      expect(loaded.metadata).toEqual({ dataset: name });
      expect(loaded.model.getWeights()[0]?.dataSync()).toEqual(model.getWeights()[0]?.dataSync());
      loaded.model.dispose();
      model.dispose();
    }
    const weights = names.map((name) =>
      name === "model.json" ? "weights.bin" : name.replace(".json", ".weights.bin"),
    );
    expect((await readdir(folder)).toSorted()).toEqual([...names, ...weights].toSorted());
  });
});

it("saveModel(model, location) that cannot put a file into its place leaves no draft of it", async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "best.json", "in the way"), { recursive: true });
  await expect(saveModel(linearRegression(), join(folder, "best.json"))).rejects.toMatchObject({
    code: "SAVE_FAILED",
  });
  expect((await readdir(folder)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});
