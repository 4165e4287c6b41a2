import "@tensorflow/tfjs-backend-cpu";
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { decodeKeras, encodeKeras } from "@minibatch/keras";
import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { beforeAll, expect, it } from "vitest";
import { type Checkpoint, fit } from "../src/index.ts";

interface Reference {
  readonly x: number[];
  readonly y: number[];
  readonly cases: Readonly<
    Record<string, { readonly losses: number[]; readonly files: Readonly<Record<string, string>> }>
  >;
}

const reference = JSON.parse(
  readFileSync(`${import.meta.dirname}/reference/continueKeras.json`, "utf8"),
) as Reference;
const data = {
  x: { data: Float32Array.from(reference.x), shape: [48, 4] },
  y: { data: Uint8Array.from(reference.y), shape: [48] },
};
const names = Object.keys(reference.cases);
const endings = [".keras", ".h5"] as const;

beforeAll(() => tf.setBackend("cpu"));

function fileOf(name: string, ending: (typeof endings)[number]): Uint8Array {
  return gunzipSync(Buffer.from(reference.cases[name]?.files[ending] ?? "", "base64"));
}

async function train(model: LayersModel, epochs: number): Promise<number[]> {
  const { loss } = await fit(model, data, { epochs, batchSize: 8, shuffle: false });
  return [...loss];
}

function largestDifference(found: readonly number[], expected: readonly number[]): number {
  expect(found.length).toBe(expected.length);
  return Math.max(...found.map((value, i) => Math.abs(value - (expected[i] ?? Number.NaN))));
}

it.each(names.flatMap((name) => endings.map((ending) => [name, ending] as const)))(
  "fit goes on with %s where Keras stopped, in a file of %s: 3 epochs there and 3 here are 6 there",
  (name, ending) =>
    expectNoLeak(async () => {
      const { model, notes } = await decodeKeras(fileOf(name, ending));
      expect(notes).toEqual([]);
      const losses = await train(model, 3);
      expect(largestDifference(losses, reference.cases[name]?.losses.slice(3) ?? [])).toBeLessThan(1e-4);
      model.dispose();
    }),
);

it.each(names.flatMap((name) => (["keras", "h5"] as const).map((format) => [name, format] as const)))(
  "fit goes on with %s after encodeKeras and decodeKeras as %s, as if nothing had been in between",
  (name, format) =>
    expectNoLeak(async () => {
      const { model } = await decodeKeras(fileOf(name, ".keras"));
      await train(model, 2);
      const { model: again } = await decodeKeras(await encodeKeras(model, { format }));
      const [expected, found] = [await train(model, 2), await train(again, 2)];
      expect(largestDifference(found, expected)).toBeLessThan(1e-6);
      model.dispose();
      again.dispose();
    }),
);

it("fit gives checkpoints of a model that came from Keras, and goes on from them", () =>
  expectNoLeak(async () => {
    const checkpoints: Checkpoint[] = [];
    const { model } = await decodeKeras(fileOf("adam", ".keras"));
    const options = { epochs: 2, batchSize: 8, shuffle: false };
    const whole = await fit(model, data, {
      ...options,
      onCheckpoint: (checkpoint) => void checkpoints.push(checkpoint),
    });
    const { model: again } = await decodeKeras(fileOf("adam", ".keras"));
    const middle = checkpoints.find(({ epoch, batch }) => epoch === 1 && batch === 0);
    const rest = await fit(again, data, { ...options, ...(middle && { resumeFrom: middle }) });
    expect(rest.loss).toEqual(whole.loss);
    model.dispose();
    again.dispose();
  }));
