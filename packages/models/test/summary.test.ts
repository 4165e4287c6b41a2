import "@tensorflow/tfjs-backend-cpu";
import { expect, it } from "vitest";
import { mlp, summary } from "../src/index.ts";

it("summary(model) counts 100,480 / 16,512 / 1,290 and 118,282 in all for 784-128-128-10", () => {
  const { rows, parameters, trainableParameters, text } = summary(
    mlp({ inputShape: [28, 28, 1], hidden: [128, 128], classes: 10 }),
  );
  expect(rows.map((row) => row.parameters)).toEqual([0, 100_480, 16_512, 1_290]);
  expect(rows.map((row) => row.type)).toEqual(["Flatten", "Dense", "Dense", "Dense"]);
  expect(rows[1]?.outputShape).toEqual([null, 128]);
  expect([parameters, trainableParameters]).toEqual([118_282, 118_282]);
  expect(text).toBe(
    [
      "Layer               Output shape  Parameters",
      "────────────────────────────────────────────",
      "flatten1 (Flatten)  [batch, 784]           0",
      "dense1 (Dense)      [batch, 128]     100,480",
      "dense2 (Dense)      [batch, 128]      16,512",
      "dense3 (Dense)      [batch, 10]        1,290",
      "────────────────────────────────────────────",
      "Total parameters: 118,282",
    ].join("\n"),
  );
});

it("summary(model) tells frozen parameters from trainable ones", () => {
  const model = mlp({ inputShape: [4], hidden: [3], classes: 2 });
  for (const layer of model.layers.slice(0, 2)) layer.trainable = false;
  const { trainableParameters, text } = summary(model);
  expect(trainableParameters).toBe(8);
  expect(text).toContain("Total parameters: 23 (15 not trainable)");
});
