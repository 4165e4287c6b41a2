import { startBackend } from "@minibatch/backends";
import { bostonHousing, syntheticDigits } from "@minibatch/datasets";
import { mlp } from "@minibatch/models";
import { expectNoLeak } from "@minibatch/testing";
import { beforeAll, expect, it } from "vitest";
import { samplesFor } from "../src/index.ts";

beforeAll(() => startBackend("cpu"));

/** Two rows of all columns of Boston housing: 0 to 12, and 100 to 112. */
const rows = {
  x: { data: Float32Array.from({ length: 26 }, (_, at) => (at % 13) + (at < 13 ? 0 : 100)), shape: [2, 13] },
  y: { data: Float32Array.of(1, 2), shape: [2] },
};

it("samplesFor(loaded, dataset, samples) takes the columns that the model was trained on", () =>
  expectNoLeak(() => {
    const model = mlp({ inputShape: [2], hidden: [3], outputs: 1 });
    const metadata = { featureNames: ["RM", "CRIM"] };
    const samples = samplesFor({ model, metadata }, bostonHousing, rows);
    expect(samples).toEqual({ x: { data: Float32Array.of(5, 0, 105, 100), shape: [2, 2] }, y: rows.y });
    model.dispose();
  }));

it("samplesFor(loaded, dataset, samples) puts columns into the order of the model's", () =>
  expectNoLeak(() => {
    const model = mlp({ inputShape: [13], hidden: [3], outputs: 1 });
    const featureNames = [...(bostonHousing.featureNames ?? [])].reverse();
    const samples = samplesFor({ model, metadata: { featureNames } }, bostonHousing, rows);
    expect([...(samples?.x.data.subarray(0, 3) ?? [])]).toEqual([12, 11, 10]);
    model.dispose();
  }));

it("samplesFor(loaded, dataset, samples) flattens images for a model of rows, and gives nothing for other sizes", () =>
  expectNoLeak(async () => {
    const { test } = await syntheticDigits.load({ split: "test", limit: 3 });
    const fits = mlp({ inputShape: [784], hidden: [2], classes: 10 });
    const other = mlp({ inputShape: [100], hidden: [2], classes: 10 });
    expect(samplesFor({ model: fits, metadata: {} }, syntheticDigits, test)?.x).toEqual({
      data: test.x.data,
      shape: [3, 784],
    });
    expect(samplesFor({ model: other, metadata: {} }, syntheticDigits, test)).toBeUndefined();
    fits.dispose();
    other.dispose();
  }));
