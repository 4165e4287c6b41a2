import "@tensorflow/tfjs-backend-cpu";
import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import { layers, sequential } from "@tensorflow/tfjs-layers";
import { beforeAll, expect, it } from "vitest";
import { decodeKeras, encodeKeras } from "../src/index.ts";
import { expectSameAnswers } from "./expectSameAnswers.ts";
import { readZip } from "../src/zip/readZip.ts";
import { writeZip } from "../src/zip/writeZip.ts";
import { referenceModel, referenceModels } from "./referenceFiles.ts";

beforeAll(() => tf.setBackend("cpu"));

const cases = referenceModels.flatMap((model) =>
  ([".keras", ".h5"] as const).map((ending) => ({ name: model.name, ending, model })),
);

it.each(cases)("decodeKeras($name, $ending) answers as Keras does", ({ model, ending, name }) =>
  expectNoLeak(async () => {
    const { model: loaded } = await decodeKeras(model.file(ending));
    expectSameAnswers(loaded, model, name === "recurrent" ? 1e-5 : 1e-6);
    loaded.dispose();
  }),
);

it("decodeKeras(bytes) refuses a file of weights alone, and says what to do", async () => {
  await expect(decodeKeras(referenceModel("sequential").file(".weights.h5"))).rejects.toThrow(
    /weights and no model\. Load them into a model with loadKerasWeights/,
  );
});

it("decodeKeras(bytes) refuses what is no Keras file", async () => {
  await expect(decodeKeras(new Uint8Array(100))).rejects.toMatchObject({
    name: "KerasError",
    code: "CORRUPT_FILE",
  });
});

it.each(["my dense", "_dense", "größe"])(
  "decodeKeras(bytes) refuses the name %s, which tfjs has none like, and leaves no tensor",
  (name) =>
    expectNoLeak(async () => {
      const model = sequential({
        layers: [layers.dense({ units: 2, inputShape: [3], name: "first" }), layers.dense({ units: 1 })],
      });
      (model.layers[1] as { name: string }).name = name;
      const bytes = await encodeKeras(model);
      model.dispose();
      await expect(decodeKeras(bytes)).rejects.toMatchObject({
        code: "UNSUPPORTED_LAYERS",
        message: expect.stringContaining(`like that of "${name}"`),
        unsupported: [{ layer: name, className: "Dense", missing: "its name" }],
      });
    }),
);

it("decodeKeras(bytes) refuses layers that no output needs, and leaves no tensor", () =>
  expectNoLeak(async () => {
    const members = readZip(referenceModel("functional").file(".keras"));
    const changed = new Map<string, Uint8Array>();
    for (const [name, read] of members) changed.set(name, await read());
    const spec = JSON.parse(new TextDecoder().decode(changed.get("config.json")));
    spec.config.output_layers = [["a", 0, 0]];
    changed.set("config.json", new TextEncoder().encode(JSON.stringify(spec)));
    await expect(decodeKeras(writeZip(changed))).rejects.toMatchObject({
      code: "CORRUPT_FILE",
      message: expect.stringContaining("no output of the model pair needs the layer shared"),
    });
  }));
