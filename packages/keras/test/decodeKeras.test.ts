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

it("decodeKeras(bytes) takes a Buffer of Node, and leaves it as it is", () =>
  expectNoLeak(async () => {
    const model = referenceModel("sequential");
    const bytes = Buffer.concat([Buffer.of(0), model.file(".keras")]).subarray(1);
    const before = bytes.toString("hex");
    const { model: loaded } = await decodeKeras(bytes);
    expectSameAnswers(loaded, model, 1e-6);
    expect(bytes.toString("hex")).toBe(before);
    loaded.dispose();
  }));

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
        problems: [
          {
            name: expect.stringMatching(new RegExp(`^sequential_\\d+/${name}$`)),
            kind: "Dense",
            reason: expect.stringContaining("its name, which may have a to z"),
          },
        ],
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
    await expect(decodeKeras(writeZip(Object.fromEntries(changed)))).rejects.toMatchObject({
      code: "CORRUPT_FILE",
      message: expect.stringContaining("no output of the model pair needs the layer shared"),
    });
  }));

it("decodeKeras(bytes) keeps the shape of an input, which a layer of tfjs overwrites with that of its output", () =>
  expectNoLeak(async () => {
    const first = sequential({
      layers: [layers.centerCrop({ height: 4, width: 2, inputShape: [6, 6, 3] }), layers.flatten()],
    });
    const members: Record<string, Uint8Array> = {};
    for (const [name, read] of readZip(await encodeKeras(first))) members[name] = await read();
    // tfjs has done so in the model that is written here.
    const config = new TextDecoder().decode(members["config.json"]).replace("[null,4,2,3]", "[null,6,6,3]");
    const bytes = writeZip({ ...members, "config.json": new TextEncoder().encode(config) });
    const { model } = await decodeKeras(bytes);
    expect(model.inputs[0]?.shape).toEqual([null, 6, 6, 3]);
    expect(model.outputs[0]?.shape).toEqual([null, 24]);
    first.dispose();
    model.dispose();
  }));
