import "@tensorflow/tfjs-backend-cpu";
import { drawDigits } from "@minibatch/datasets";
import { decodeModel } from "@minibatch/models";
import type { Page } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import { openApp } from "./openApp.ts";
import { patience } from "./patience.ts";

/** The files of the one model that the browser keeps. */
async function keptModel(page: Page): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>> {
  const files = await page.evaluate(async () => {
    const request = indexedDB.open("minibatch");
    await new Promise((resolve) => (request.onsuccess = resolve));
    const all = request.result.transaction("modelFiles").objectStore("modelFiles").getAll();
    await new Promise((resolve) => (all.onsuccess = resolve));
    request.result.close();
    const [kept] = all.result as ReadonlyMap<string, Uint8Array>[];
    return [...(kept ?? [])].map(([name, bytes]) => [name, [...bytes]] as const);
  });
  return new Map(files.map(([name, bytes]) => [name, Uint8Array.from(bytes)]));
}

/** The numbers of a cell: all of them, or the least, the most and the mean of their sizes. */
const numbersIn = (text: string | undefined): number[] =>
  (text?.replaceAll(/,(?=\d)/g, "").match(/-?\d+(?:\.\d+)?(?:E-?\d+)?/g) ?? []).map(Number);

it(
  "the backward pass of a mistake shows the gradients that tf.grads gives of the kept network, layer by layer",
  patience,
  async (context) => {
    const { page } = await openApp(context, { hash: "#/train?epochs=2&limit=640&backend=wasm" });
    await page.getByRole("button", { name: "Start training", exact: true }).click();
    await page.waitForSelector('[data-status="done"]');
    await page
      .getByRole("link", { name: /^Look inside/ })
      .first()
      .click();
    const row = Number(await page.locator(".mistake-strip [data-row]").first().getAttribute("data-row"));
    await page.waitForSelector(`[data-why$="-${row}"]`);
    const cells = await page
      .locator(".both-passes tbody tr")
      .evaluateAll((rows) =>
        rows.map((row) => [...row.querySelectorAll("td")].map(({ textContent }) => textContent)),
      );

    await tf.setBackend("cpu");
    const { model } = await decodeModel(await keptModel(page));
    const { x, y } = drawDigits({ count: 1, first: row, split: "test" });
    const label = y.data[0] ?? 0;
    const layers = model.layers.filter((layer) => layer.getClassName() !== "InputLayer");
    let values: tf.Tensor = tf.div(tf.tensor4d(Float32Array.from(x.data), [1, 28, 28, 1]), 255);
    for (const [index, shown] of cells.entries()) {
      const behind = (output: tf.Tensor): tf.Scalar => {
        const last = layers.slice(index).reduce((values, layer) => layer.apply(values) as tf.Tensor, output);
        return tf.reshape(tf.neg(tf.log(tf.slice(last, [0, label], [1, 1]))), []);
      };
      const [gradient] = tf.grads((output: tf.Tensor) => behind(output))([values]);
      const all = [...((await gradient?.data()) ?? [])];
      const meanSize = all.reduce((sum, value) => sum + Math.abs(value), 0) / all.length;
      const wanted =
        all.length <= 16
          ? all
          : [all.reduce((a, b) => Math.min(a, b)), all.reduce((a, b) => Math.max(a, b)), meanSize];
      const found = numbersIn(shown[2]);
      expect(found.length, shown[2]).toBe(wanted.length);
      for (const [at, value] of wanted.entries()) {
        // Three digits are shown.
        expect(Math.abs((found[at] ?? 0) - value)).toBeLessThan(0.006 * Math.abs(value) + 1e-7);
      }
      values = (layers[index]?.apply(values) as tf.Tensor | undefined) ?? values;
    }
    expect(cells.length).toBe(layers.length + 1);
    expect(cells.length).toBeGreaterThan(4);
    model.dispose();
  },
);
