import "@tensorflow/tfjs-backend-cpu";
import { readFileSync } from "node:fs";
import { expectNoLeak } from "@minibatch/testing";
import { tensor } from "@tensorflow/tfjs-core";
import { input, layers, model, type SymbolicTensor, sequential } from "@tensorflow/tfjs-layers";
import { expect, it } from "vitest";
import { OnnxError, encodeOnnx } from "../src/index.ts";
import { readOnnxFile } from "../src/read/readOnnxFile.ts";
import { bytesFromBase64 } from "./fromBase64.ts";

const saved = JSON.parse(readFileSync(new URL("reference/saved.json", import.meta.url), "utf8")) as {
  file: string;
};

const counted = (shape: number[], step: number, start: number) => {
  const count = shape.reduce((product, length) => product * length, 1);
  return tensor(
    Float32Array.from({ length: count }, (_, index) => index * step + start),
    shape,
  );
};

it("encodeOnnx(model) writes the bytes that the onnx package writes of the same network", () =>
  expectNoLeak(async () => {
    const tiny = sequential({
      name: "tiny",
      layers: [
        layers.inputLayer({ inputShape: [3, 3, 1], name: "picture" }),
        layers.conv2d({ filters: 2, kernelSize: 2, activation: "relu", name: "conv" }),
        layers.dropout({ rate: 0.5 }),
        layers.flatten({ name: "flatten" }),
        layers.dense({ units: 2, activation: "softmax", name: "dense" }),
      ],
    });
    const weights = [
      counted([2, 2, 1, 2], 1 / 8, -0.5),
      tensor([0.5, -0.5]),
      counted([8, 2], 1 / 16, -0.25),
      tensor([1, -1]),
    ];
    tiny.setWeights(weights);
    for (const weight of weights) weight.dispose();
    const bytes = await encodeOnnx(tiny, { metadata: { classNames: "cat, dog" } });
    tiny.dispose();
    expect(bytes).toEqual(bytesFromBase64(saved.file));
  }));

it("encodeOnnx(model) keeps the names of inputs, outputs, layers and weights, and stores shared weights once", () =>
  expectNoLeak(async () => {
    const [left, right] = ["left", "right"].map((name) => input({ shape: [4], name })) as [
      SymbolicTensor,
      SymbolicTensor,
    ];
    const shared = layers.dense({ units: 3, name: "shared" });
    const sum = layers.add({ name: "sum" });
    const outputs = sum.apply([
      shared.apply(left),
      shared.apply(right),
    ] as SymbolicTensor[]) as SymbolicTensor;
    const both = model({ inputs: [left, right], outputs });
    const { inputs, outputs: ends, initializers, nodes } = readOnnxFile(await encodeOnnx(both));
    for (const weight of both.weights) weight.dispose();
    expect(inputs.map(({ name }) => name)).toEqual(["left", "right"]);
    expect(ends).toEqual([{ name: "sum", type: 1, shape: [null, 3] }]);
    expect([...initializers.keys()]).toEqual(["shared/kernel", "shared/bias"]);
    expect(nodes.map(({ name }) => name)).toEqual(["shared/Gemm", "shared/Gemm_2", "sum/Add"]);
  }));

it("encodeOnnx(model) names everything that it cannot write, at once", () =>
  expectNoLeak(async () => {
    const odd = sequential({
      layers: [
        layers.embedding({ inputDim: 5, outputDim: 4, inputLength: 6, maskZero: true, name: "words" }),
        layers.masking({ name: "mask" }),
        layers.batchNormalization({ axis: 1, name: "steps" }),
        layers.dense({ units: 2, name: "fine" }),
        layers.simpleRNN({ units: 2, recurrentInitializer: "zeros", activation: "selu", name: "remember" }),
      ],
    });
    const error = await encodeOnnx(odd).catch((thrown: unknown) => thrown);
    odd.dispose();
    expect(error).toBeInstanceOf(OnnxError);
    expect(error).toMatchObject({ code: "UNSUPPORTED_LAYERS" });
    expect((error as OnnxError).problems.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      "words Embedding",
      "mask Masking",
      "steps BatchNormalization",
      "remember SimpleRNN",
    ]);
    expect((error as OnnxError).message).toContain(
      "4 layers that ONNX files are not written with:\nwords (Embedding): ",
    );
  }));

it("encodeOnnx(model) refuses layers that tfjs itself does not compute as they say", () =>
  expectNoLeak(async () => {
    const odd = sequential({
      layers: [
        layers.depthwiseConv2d({ inputShape: [8, 8, 2], kernelSize: 3, dilationRate: 2, name: "dilated" }),
        layers.reshape({ targetShape: [4, 4 * 4 * 2] }),
      ],
    });
    await expect(encodeOnnx(odd)).rejects.toThrow(
      "dilated (DepthwiseConv2D): tfjs itself leaves its dilationRate out",
    );
    odd.dispose();
  }));

it.each([19, 27, Number.NaN])("encodeOnnx(model, { opset: %s }) is refused", async (opset) => {
  const model = sequential({ layers: [layers.dense({ units: 1, inputShape: [1] })] });
  await expect(encodeOnnx(model, { opset })).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
  model.dispose();
});

it("encodeOnnx(model) refuses a model that does not know the shape of its input", async () => {
  await expect(encodeOnnx(sequential())).rejects.toMatchObject({
    code: "INVALID_ARGUMENT",
    message: expect.stringContaining("Give its first layer an inputShape"),
  });
});

it("encodeOnnx(model) writes whole numbers for an input of them", () =>
  expectNoLeak(async () => {
    const words = input({ shape: [3], dtype: "int32" });
    const outputs = layers.embedding({ inputDim: 5, outputDim: 2 }).apply(words) as SymbolicTensor;
    const embedded = model({ inputs: words, outputs });
    const { inputs } = readOnnxFile(await encodeOnnx(embedded));
    embedded.dispose();
    expect(inputs[0]).toMatchObject({ type: 6, shape: [null, 3] });
  }));
