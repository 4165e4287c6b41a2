import "@tensorflow/tfjs-backend-cpu";
import { encodeKeras } from "@minibatch/keras";
import { layers, sequential } from "@tensorflow/tfjs-layers";
import { expect, it } from "vitest";
import { kerasToTfjs } from "../src/worker/kerasToTfjs.ts";
import { savedFiles } from "../src/worker/savedFiles.ts";

it("kerasToTfjs(files) turns a file of Keras into a model under its name, with its classes, and leaves other files", async () => {
  const model = sequential({ layers: [layers.dense({ units: 2, inputShape: [3] })] });
  const bytes = await encodeKeras(model, { metadata: { classNames: ["cat", "dog"] } });
  model.dispose();
  const other = { path: "notes.bin", bytes: new Uint8Array(3) };
  const files = await kerasToTfjs([{ path: "pets.keras", bytes }, other]);
  expect(files.map(({ path }) => path).toSorted()).toEqual([
    "notes.bin",
    "pets/model.json",
    "pets/weights.bin",
  ]);
  const saved = savedFiles(files);
  expect(saved.name).toBe("pets");
  const json = new TextDecoder().decode(saved.files.get("model.json"));
  expect(json).toContain('"classNames":["cat","dog"]');
});

it("kerasToTfjs(files) starts nothing where there is no such file", async () => {
  const files = [{ path: "model.json", bytes: new Uint8Array(1) }];
  expect(await kerasToTfjs(files)).toBe(files);
});
