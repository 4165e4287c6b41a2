import "@tensorflow/tfjs-backend-cpu";
import {
  airbench,
  cnn,
  linearRegression,
  mlp,
  perceptron,
  resnet,
  softmaxRegression,
} from "@minibatch/models";
import { expectNoLeak } from "@minibatch/testing";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { expect, it } from "vitest";
import { decodeOnnx, encodeOnnx } from "../src/index.ts";
import { readFileSync } from "node:fs";
import { drawWeights } from "./drawWeights.ts";
import { expectClose } from "./expectClose.ts";
import { bytesFromBase64 } from "./fromBase64.ts";
import { layerCases } from "./layerCases.ts";
import { predictions } from "./predictions.ts";
import { sampleInputs } from "./sampleInputs.ts";

/** What is written with operators that are not read. */
const writtenOnly =
  /simpleRNN|gru|lstm|bidirectional|conv3dTranspose|cropping|repeatVector|timeDistributed|separable.*|of three/;

it.each(layerCases.filter(({ name }) => !writtenOnly.test(name)))(
  "decodeOnnx(bytes) gives back what encodeOnnx wrote: $name",
  ({ make, rows }) =>
    expectNoLeak(async () => {
      const model = make();
      drawWeights(model);
      const loaded = decodeOnnx(await encodeOnnx(model));
      const inputs = sampleInputs(model, rows);
      const [wanted, got] = [predictions(model, inputs), predictions(loaded, inputs)];
      // tfjs' dispose forgets layers that are shared.
      for (const weight of model.weights) weight.dispose();
      loaded.dispose();
      expectClose(got, wanted);
    }),
);

const factories: readonly (readonly [string, () => LayersModel])[] = [
  ["linearRegression", () => linearRegression({ inputShape: [3] })],
  ["softmaxRegression", () => softmaxRegression({ inputShape: [4, 4, 1], classes: 3 })],
  ["perceptron", () => perceptron({ inputShape: [2, 2] })],
  ["mlp", () => mlp({ inputShape: [5], hidden: [4], outputs: 1, outputScaling: { scale: 3, offset: 20 } })],
  ["resnet", () => resnet({ inputShape: [8, 8, 3], widths: [4, 6], classes: 3 })],
  ["airbench", () => airbench({ inputShape: [25, 25, 3], widths: [4, 4, 4], classes: 3 })],
  ["cnn", () => cnn({ inputShape: [12, 12, 3], blocks: [{ filters: [4, 4], padding: "same" }], classes: 3 })],
];

it.each(factories)("decodeOnnx(bytes) gives back what encodeOnnx wrote of %s", (_, make) =>
  expectNoLeak(async () => {
    const model = make();
    const inputs = sampleInputs(model);
    const wanted = predictions(model, inputs);
    const loaded = decodeOnnx(await encodeOnnx(model));
    model.dispose();
    expectClose(predictions(loaded, inputs), wanted);
    loaded.dispose();
  }),
);

it("decodeOnnx(bytes) takes a Buffer, wherever in its memory it begins", () =>
  expectNoLeak(async () => {
    const model = linearRegression({ inputShape: [3] });
    const bytes = await encodeOnnx(model);
    model.dispose();
    const loaded = decodeOnnx(Buffer.concat([Buffer.from("abc"), bytes]).subarray(3));
    expect(loaded.countParams()).toBe(4);
    loaded.dispose();
  }));

interface Exported {
  readonly name: string;
  readonly file: string;
  readonly input: { readonly shape: number[]; readonly data: string };
  readonly output: { readonly shape: number[]; readonly data: string };
}

const { cases } = JSON.parse(readFileSync(new URL("reference/exported.json", import.meta.url), "utf8")) as {
  cases: Exported[];
};

it.each(cases)("decodeOnnx(bytes) computes what PyTorch does: $name", ({ file, input, output }) =>
  expectNoLeak(() => {
    const floats = ({ shape, data }: Exported["input"]) => ({
      shape,
      data: new Float32Array(bytesFromBase64(data).buffer),
    });
    const model = decodeOnnx(bytesFromBase64(file));
    const got = predictions(model, [floats(input)]);
    model.dispose();
    expectClose(got, [floats(output)]);
  }),
);
