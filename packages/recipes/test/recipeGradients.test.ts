import { startBackend } from "@minibatch/backends";
import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import { recipes } from "../src/index.ts";
import type { Recipe } from "../src/index.ts";
import { requireFastOnCpu } from "./requireFastOnCpu.ts";

const rows = 1;

/** A value between -1 and 1 for each place, the same on every backend. */
function wave(shape: number[], step: number): tf.Tensor {
  const size = tf.util.sizeFromShape(shape);
  return tf.tensor(
    Float32Array.from({ length: size }, (_, at) => Math.sin(at * step)),
    shape,
  );
}

/** The gradients of all weights of a recipe's model, one after another, on the backend that runs. */
async function gradients(recipe: Recipe): Promise<Float32Array[]> {
  return expectNoLeak(async () => {
    const model = recipe.createModel(1);
    const shape = (axes: readonly (number | null)[]) => [rows, ...axes.slice(1)] as number[];
    const values = tf.tidy(() => {
      const x = wave(shape(model.inputs[0]?.shape ?? []), 0.37);
      const y = wave(shape(model.outputs[0]?.shape ?? []), 1.7);
      const { grads } = tf.variableGrads(() =>
        tf.mean(tf.square(tf.sub(model.apply(x, { training: false }) as tf.Tensor, y))),
      );
      return Object.values(grads).map((gradient) => gradient.dataSync<"float32">().slice());
    });
    model.dispose();
    return values;
  });
}

/** What cpu gives, by the layers of a model: some recipes train the same network on other data. */
const onCpu = new Map<string, Promise<Float32Array[]>>();

async function expectedGradients(recipe: Recipe): Promise<Float32Array[]> {
  const model = recipe.createModel(1);
  const layers = model.layers.map((layer) => ({ ...layer.getConfig(), name: layer.getClassName() }));
  model.dispose();
  const key = JSON.stringify(layers);
  const found = onCpu.get(key) ?? gradients(recipe);
  onCpu.set(key, found);
  return found;
}

it.for(recipes)(
  "the gradients of $name are those of cpu on wasm, with all threads",
  { timeout: 120_000 },
  async (recipe, context) => {
    requireFastOnCpu(context, recipe.name);
    await startBackend("cpu");
    const expected = await expectedGradients(recipe);
    await startBackend("wasm");
    const actual = await gradients(recipe);
    expect(actual).toHaveLength(expected.length);
    for (const [index, values] of expected.entries()) {
      const size = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
      const gap = values.reduce(
        (most, value, at) => Math.max(most, Math.abs(value - (actual[index]?.[at] ?? Number.NaN))),
        0,
      );
      expect(gap / size, `weight ${index}`).toBeLessThan(1e-4);
    }
  },
);
