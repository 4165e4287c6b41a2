import "@tensorflow/tfjs-backend-cpu";
import { noCache } from "@minibatch/datasets";
import { mlp } from "@minibatch/models";
import { expectNoLeak } from "@minibatch/testing";
import { evaluate, fit } from "@minibatch/training";
import { expect, it } from "vitest";
import { imageFolder } from "../../src/index.ts";
import { makeFolder } from "../makeFolder.ts";
import { jpegOf, makePicture, pngOf } from "../makePicture.ts";

it("fit(model, train) trains on what imageFolder(path) gives, and knows nothing of folders", async () => {
  const files: Record<string, Uint8Array> = {};
  for (let at = 0; at < 40; at++) {
    const { rgb, ...size } = makePicture(at, 8, 8);
    // One class is warm, one cold.
    const tinted = (channel: number) => ({
      ...size,
      rgb: rgb.map((value, place) => (place % 3 === channel ? value : value >> 2)),
    });
    files[`warm/${at}.png`] = pngOf(tinted(0));
    files[`cold/${at}.jpg`] = jpegOf(tinted(2));
  }
  const pictures = await imageFolder(await makeFolder(files), { cache: noCache });
  const { train, validation, test } = await pictures.load();
  await expectNoLeak(async () => {
    const model = mlp({ inputShape: pictures.inputShape, hidden: [16], classes: 2 });
    model.compile({ optimizer: "adam", loss: "sparseCategoricalCrossentropy", metrics: ["accuracy"] });
    await fit(model, train, { epochs: 20, batchSize: 8, validationData: validation });
    expect((await evaluate(model, test))["accuracy"]).toBeGreaterThan(0.9);
    model.dispose();
    model.optimizer.dispose();
  });
});
