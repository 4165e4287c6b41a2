import "@tensorflow/tfjs-backend-cpu";
import { airbench, resnet20 } from "@minibatch/models";
import { recipes } from "@minibatch/recipes";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { beforeAll, describe, expect, it } from "vitest";
import { encodeOnnx } from "../src/index.ts";
import { drawWeights } from "../test/drawWeights.ts";
import { expectClose } from "../test/expectClose.ts";
import type { FloatArray } from "../test/FloatArray.ts";
import { layerCases } from "../test/layerCases.ts";
import { predictions } from "../test/predictions.ts";
import { sampleInputs } from "../test/sampleInputs.ts";
import { type PythonResult, runInPython } from "./runInPython.ts";

interface Case {
  readonly name: string;
  readonly make: () => LayersModel;
  readonly rows?: number;
  readonly pixels?: boolean;
  readonly tolerance?: number;
}

const models: readonly Case[] = recipes.map((recipe) => ({
  name: recipe.name,
  make: () => recipe.createModel(1),
  pixels: recipe.dataset.inputShape.length === 3,
}));
const networks: readonly Case[] = [
  {
    name: "resnet20",
    make: () => resnet20({ inputShape: [32, 32, 3], classes: 10 }),
    pixels: true,
  },
  {
    name: "airbench",
    make: () => airbench({ inputShape: [32, 32, 3], widths: [16, 32, 32], classes: 10 }),
    pixels: true,
  },
];

const prepared = new Map<string, { model: LayersModel; inputs: readonly FloatArray[] }>();
let found: Map<string, PythonResult>;

beforeAll(async () => {
  const files = new Map<string, { bytes: Uint8Array; inputs: Record<string, FloatArray> }>();
  for (const { name, make, rows, pixels } of [...models, ...networks, ...(layerCases as readonly Case[])]) {
    const model = make();
    if (!pixels) drawWeights(model);
    const drawn = sampleInputs(model, rows);
    // Pixels are from 0 to 1.
    const inputs = pixels
      ? drawn.map(({ shape, data }) => ({ shape, data: data.map((value) => (value + 2) / 4) }))
      : drawn;
    files.set(name, {
      bytes: await encodeOnnx(model),
      inputs: Object.fromEntries(inputs.map((array, index) => [model.inputNames[index], array])),
    });
    prepared.set(name, { model, inputs });
  }
  found = await runInPython(files);
}, 600_000);

function compare({ name, tolerance = 1e-6 }: Case): void {
  const result = found.get(name);
  expect(result?.error, "onnx.checker and ONNX Runtime").toBeUndefined();
  const outputs = result?.error === undefined ? (result?.outputs ?? []) : [];
  const { model, inputs } = prepared.get(name) as { model: LayersModel; inputs: FloatArray[] };
  const wanted = predictions(model, inputs);
  model.dispose();
  expectClose(outputs, wanted, tolerance);
}

describe("the model of each recipe is clean to onnx.checker and computes the same in ONNX Runtime", () => {
  it.each(models)("$name", compare);
});

describe("a larger network is clean to onnx.checker and computes the same in ONNX Runtime", () => {
  it.each(networks)("$name", compare);
});

describe("each layer is clean to onnx.checker and computes the same in ONNX Runtime", () => {
  it.each(layerCases)("$name", compare);
});
