import "@tensorflow/tfjs-backend-cpu";
import { expectNoLeak } from "@minibatch/testing";
import { setBackend } from "@tensorflow/tfjs-core";
import { layers, sequential } from "@tensorflow/tfjs-layers";
import { beforeAll, expect, it } from "vitest";
import { lastHidden, layerOutputs } from "../src/index.ts";

beforeAll(() => setBackend("cpu"));

const x = { data: Uint8Array.from({ length: 32 }, (_, index) => (index * 37) % 256), shape: [2, 4, 4, 1] };

it("lastHidden(model, x) gives what the last layer with weights gets, whatever stands behind it", () =>
  expectNoLeak(async () => {
    const model = sequential({
      layers: [
        layers.conv2d({ inputShape: [4, 4, 1], filters: 2, kernelSize: 3, activation: "relu" }),
        layers.flatten({ name: "flat" }),
        layers.dense({ units: 3 }),
        layers.activation({ activation: "softmax" }),
      ],
    });
    const hidden = await lastHidden(model, x);
    const [flat] = await layerOutputs(model, x, { layers: ["flat"] });
    expect(hidden).toEqual(flat?.output);
    model.dispose();
  }));

it("lastHidden(model, x) of one dense layer on pictures gives their pixels, scaled as the model takes them", () =>
  expectNoLeak(async () => {
    const model = sequential({
      layers: [layers.flatten({ inputShape: [4, 4, 1] }), layers.dense({ units: 3, activation: "softmax" })],
    });
    const { data, shape } = await lastHidden(model, x);
    expect(shape).toEqual([2, 16]);
    for (const [at, byte] of x.data.entries()) expect(data[at]).toBeCloseTo(byte / 255, 6);
    model.dispose();
  }));
