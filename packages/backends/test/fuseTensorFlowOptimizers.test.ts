// In a process of its own: native TensorFlow stays in it, where it is tested.
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-layers";
import { expectNoLeak } from "@minibatch/testing";
import { expect, it, type TestContext } from "vitest";
import { startBackend } from "../src/index.ts";
import { setUpOrSkip, setUpPatience } from "./setUpOrSkip.ts";

async function startNode(context: TestContext): Promise<void> {
  await startBackend("node", { folder: await setUpOrSkip("node", context) });
}

const optimizers = [
  ["RMSProp", () => tf.train.rmsprop(0.05)],
  ["RMSProp with momentum", () => tf.train.rmsprop(0.05, 0.9, 0.5)],
  ["Adam", () => tf.train.adam(0.05)],
] as const;

/** Five steps towards a target; `hold` may keep what it likes of the variable. */
function descend(
  create: () => tf.Optimizer,
  hold: (variable: tf.Variable) => void = () => undefined,
): number[] {
  const optimizer = create();
  const variable = tf.tidy(() =>
    tf.variable(
      tf.tensor2d([
        [1, -2],
        [3, 0.5],
      ]),
    ),
  );
  for (let step = 0; step < 5; step += 1) {
    hold(variable);
    optimizer.minimize(() => tf.sum(tf.square(tf.sub(variable, 0.25))), false, [variable]);
  }
  const values = [...variable.dataSync()];
  optimizer.dispose();
  variable.dispose();
  return values;
}

it.for(optimizers)(
  "%s on TensorFlow steps as tfjs does, and leaves no tensors",
  setUpPatience,
  async ([, create], context) => {
    await startNode(context);
    const fused = await expectNoLeak(() => descend(create));
    await startBackend("cpu");
    const expected = descend(create);
    for (const [index, value] of fused.entries()) expect(value).toBeCloseTo(expected[index] ?? Number.NaN, 5);
  },
);

it.for(optimizers)(
  "%s on TensorFlow leaves clones of its variables alone, and steps the same",
  setUpPatience,
  async ([, create], context) => {
    await startNode(context);
    const clones: tf.Tensor[] = [];
    const moved = descend(create, (variable) => void clones.push(variable.clone()));
    expect([...(clones[0]?.dataSync() ?? [])]).toEqual([1, -2, 3, 0.5]);
    expect(new Set(clones.map((clone) => clone.dataSync()[0])).size).toBe(clones.length);
    expect(moved).toEqual(descend(create));
    tf.dispose(clones);
  },
);
