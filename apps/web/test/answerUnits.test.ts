import "@tensorflow/tfjs-backend-cpu";
import { mlp } from "@minibatch/models";
import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";
import { beforeAll, expect, it } from "vitest";
import { answerUnits } from "../src/worker/lesson/answerUnits.ts";
import { inputOf, keptRun } from "./openedRun.ts";

beforeAll(() => tf.setBackend("cpu"));

it("answerUnits(run) gives the units that add most to each answer, and leaves no tensor", async () => {
  const model = mlp({ inputShape: [28, 28, 1], hidden: [40], classes: 10, seed: 4 });
  const { answers, pictures, of } = await expectNoLeak(() => answerUnits(keptRun(model)));
  expect([answers.length, pictures.shape, of]).toEqual([20, [20, 28, 28, 1], 40]);
  const last = model.layers.at(-1);
  const hidden = inputOf(model, last, 20).arraySync() as number[][];
  const kernel = last.getWeights()[0]?.arraySync() as number[][];
  for (const [row, { answer, units }] of answers.entries()) {
    const outputs = hidden[row] ?? [];
    const sums = Array.from({ length: 10 }, (_, label) =>
      outputs.reduce((sum, output, unit) => sum + output * (kernel[unit]?.[label] ?? 0), 0),
    );
    expect(answer).toBe(sums.indexOf(Math.max(...sums)));
    const parts = outputs.map((output, unit) => output * (kernel[unit]?.[answer] ?? 0));
    const most = parts.toSorted((a, b) => Math.abs(b) - Math.abs(a)).slice(0, 8);
    for (const [at, part] of most.entries()) {
      expect((units[at]?.output ?? 0) * (units[at]?.weight ?? 0)).toBeCloseTo(part, 5);
    }
    expect(units.length).toBe(8);
  }
  model.dispose();
});

it("answerUnits(run) refuses a network whose last weights are no dense layer's", async () => {
  const model = tfl.sequential();
  model.add(tfl.layers.conv2d({ inputShape: [28, 28, 1], filters: 10, kernelSize: 28 }));
  model.add(tfl.layers.flatten());
  await expect(answerUnits(keptRun(model))).rejects.toMatchObject({ code: "NO_UNITS" });
  model.dispose();
});
