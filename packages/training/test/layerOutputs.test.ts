import "@tensorflow/tfjs-backend-cpu";
import { expectNoLeak } from "@minibatch/testing";
import { setBackend } from "@tensorflow/tfjs-core";
import { layers, sequential } from "@tensorflow/tfjs-layers";
import { beforeAll, expect, it } from "vitest";
import { layerOutputs, predict } from "../src/index.ts";

beforeAll(() => setBackend("cpu"));

const x = { data: Uint8Array.from({ length: 32 }, (_, index) => (index * 37) % 256), shape: [2, 4, 4, 1] };

function network() {
  return sequential({
    layers: [
      layers.inputLayer({ inputShape: [4, 4, 1] }),
      layers.maxPooling2d({ poolSize: 2, name: "pool" }),
      layers.flatten({ name: "flat" }),
      layers.dropout({ rate: 0.9, name: "drop" }),
      layers.dense({ units: 3, activation: "softmax", name: "answer" }),
    ],
  });
}

it("layerOutputs(model, x) gives what each layer puts out, the last one what predict gives, and drops nothing", () =>
  expectNoLeak(async () => {
    const model = network();
    const outputs = await layerOutputs(model, x);
    expect(outputs.map(({ layer, output }) => [layer, output.shape])).toEqual([
      ["pool", [2, 2, 2, 1]],
      ["flat", [2, 4]],
      ["drop", [2, 4]],
      ["answer", [2, 3]],
    ]);
    const [pool, flat, drop, answer] = outputs.map(({ output }) => [...output.data]);
    // The largest byte of each window, by hand.
    const largest = [0, 1].flatMap((row) =>
      [0, 2, 8, 10].map((at) => Math.max(...[0, 1, 4, 5].map((by) => x.data[16 * row + at + by] ?? 0))),
    );
    for (const [index, value] of largest.entries()) expect(pool?.[index]).toBeCloseTo(value / 255, 6);
    expect(flat).toEqual(pool);
    expect(drop).toEqual(pool);
    expect(answer).toEqual([...(await predict(model, x)).data]);
    model.dispose();
  }));

it("layerOutputs(model, x, { layers }) gives those that are named alone", () =>
  expectNoLeak(async () => {
    const model = network();
    const outputs = await layerOutputs(model, x, { layers: ["answer", "pool", "nothing"] });
    expect(outputs.map(({ layer }) => layer)).toEqual(["pool", "answer"]);
    expect(await layerOutputs(model, x, { layers: [] })).toEqual([]);
    model.dispose();
  }));
