import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { syntheticDigits } from "@minibatch/datasets";
import { decodeKeras } from "@minibatch/keras";
import { loadModel, mlp, saveModel } from "@minibatch/models";
import { decodeOnnx } from "@minibatch/onnx";
import { decodeSafetensors } from "@minibatch/training";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { exportTargets } from "../src/export/exportTargets.ts";
import { runCli } from "./runCli.ts";

let cwd: string;
let expected: unknown;

/** What the commands print here. */
interface Printed {
  readonly out: string;
  readonly bytes: number;
  readonly parameters: number;
  readonly predictions: readonly { readonly probabilities: unknown }[];
}

async function json(...argv: string[]): Promise<Printed> {
  const { code, stdout, stderr } = await runCli([...argv, "--json"], { cwd });
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

const predictions = async (model: string): Promise<unknown> =>
  (await json("predict", model, "synthetic-digits:test:0", "--backend", "wasm")).predictions[0]
    ?.probabilities;

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), "minibatch-test-"));
  await json("train", "digits-cnn", "--limit", "128", "--epochs", "1", "--backend", "wasm", "--out", "run");
  expected = await predictions("run");
}, 120_000);
afterAll(() => rm(cwd, { recursive: true, force: true }));

it.each(exportTargets.map(({ name, ending }) => [name, ending]))(
  "minibatch export run --to %s writes to run/export/run%s, and says how many bytes",
  async (to, ending) => {
    const result = await json("export", "run", "--to", to);
    expect(result).toEqual({ to, out: join("run", "export", `run${ending}`), bytes: expect.any(Number) });
    const found = await stat(join(cwd, result.out));
    expect(result.bytes).toBe(found.isFile() ? found.size : result.bytes);
  },
);

it.each(["keras", "h5", "tfjs"])(
  "minibatch predict takes what minibatch export --to %s wrote",
  async (to) => {
    const { out } = await json("export", "run", "--to", to, "--out", `mine.${to}`);
    expect(await predictions(out)).toEqual(expected);
  },
);

it("minibatch export run --to keras keeps the classes beside the model, and summary lists the layers", async () => {
  const { out } = await json("export", "run", "--to", "keras");
  const { model, metadata } = await decodeKeras(await readFile(join(cwd, out)));
  expect(metadata).toMatchObject({ classNames: ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"] });
  model.dispose();
  expect((await json("summary", out)).parameters).toBe(34_826);
});

it("minibatch export run --to onnx keeps the classes in the file, which loads as the same model", async () => {
  const { out } = await json("export", "run", "--to", "onnx");
  const bytes = await readFile(join(cwd, out));
  expect(bytes.includes('["0","1","2"')).toBe(true);
  const model = decodeOnnx(bytes);
  expect(model.countParams()).toBe(34_826);
  model.dispose();
});

it("minibatch export run --to safetensors names the weights", async () => {
  const { out } = await json("export", "run", "--to", "safetensors");
  const { tensors } = decodeSafetensors(await readFile(join(cwd, out)));
  expect([...tensors.values()].reduce((sum, { data }) => sum + data.length, 0)).toBe(34_826);
});

it("minibatch train --from goes on from a model of Keras, and --freeze lets only its last layer learn", async () => {
  const { out } = await json("export", "run", "--to", "keras");
  const more = ["train", "digits-cnn", "--limit", "128", "--epochs", "1", "--backend", "wasm", "--from", out];
  await json(...more, "--freeze", "--out", "frozen");
  const [before, after] = await Promise.all(
    ["run", "frozen"].map((run) => json("export", run, "--to", "safetensors")),
  );
  const weights = async (path = "") => decodeSafetensors(await readFile(join(cwd, path))).tensors;
  const [first, second] = [await weights(before?.out), await weights(after?.out)];
  const changed = [...first].filter(([name, { data }]) => String(data) !== String(second.get(name)?.data));
  expect(changed.map(([name]) => name)).toEqual([...first.keys()].slice(-2));
  const { code, stderr } = await runCli(["train", "boston-linear", "--from", out, "--backend", "wasm"], {
    cwd,
  });
  expect(code).toBe(1);
  expect(stderr).toContain("goes from [28, 28, 1] to [10], and this data needs");
});

/** Those of the first layer that has any, as text. */
function firstWeights({ layers }: LayersModel): string {
  const first = layers.find(({ weights }) => weights.length > 0);
  return (first?.getWeights() ?? []).map((weight) => weight.dataSync().join()).join(";");
}

it("minibatch train --from a model of other classes makes its last layer anew, says so, and goes on from the rest", async () => {
  const shapes = mlp({ inputShape: [28, 28, 1], hidden: [6], classes: 3, seed: 5 });
  const body = firstWeights(shapes);
  const scaling = { inputScaling: { scale: 1 / 127.5, offset: -1 } };
  await saveModel(shapes, join(cwd, "shapes.keras"), { classNames: ["round", "square", "star"], ...scaling });
  shapes.dispose();
  const from = { model: "shapes.keras", replaced: true, frozen: true };
  const limited = ["digits-cnn", "--limit", "128", "--epochs", "1", "--from", "shapes.keras", "--freeze"];
  const train = ["train", ...limited, "--backend", "wasm"];
  expect(await json(...train, "--dry-run")).toMatchObject({ from, parameters: 784 * 6 + 6 + 70 });
  const { code, stderr } = await runCli([...train, "--out", "retrained"], { cwd });
  expect(code).toBe(0);
  expect(stderr).toContain(
    "starts from shapes.keras, with a new last layer for 10 classes; nothing but the last layer learns",
  );
  const { model, metadata } = await loadModel(join(cwd, "retrained"));
  expect(metadata).toMatchObject({ classNames: syntheticDigits.classNames, ...scaling });
  expect(firstWeights(model) === body).toBe(true);
  model.dispose();
});

it("minibatch train refuses --freeze without a model", async () => {
  const { code, stderr } = await runCli(["train", "digits-cnn", "--freeze", "--backend", "wasm"], { cwd });
  expect([code, stderr]).toEqual([2, expect.stringContaining("say which one with --from")]);
});

it("minibatch export refuses a format that it does not know, and names those that it does", async () => {
  const { code, stderr } = await runCli(["export", "run", "--to", "pdf"], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain("--to takes one of web, js, keras, h5,");
  expect(stderr).not.toContain("comes of");
});

it("minibatch export refuses the ending of a file for a format, and names the format", async () => {
  const { code, stderr } = await runCli(["export", "run", "--to", "html"], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain("not html. A .html file comes of --to web: one HTML page that works offline");
});

it("minibatch export --to js writes a module that computes what the run does, and --weights chooses its bytes", async () => {
  const whole = await json("export", "run", "--to", "js", "--weights", "float32", "--out", "whole");
  const small = await json("export", "run", "--to", "js", "--weights", "int8", "--out", "small");
  expect(small.bytes).toBeLessThan(whole.bytes * 0.4);
  const { predict, classNames, inputShape } = await import(
    pathToFileURL(join(cwd, "whole", "model.js")).href
  );
  expect(classNames).toHaveLength(10);
  expect(inputShape).toEqual([28, 28, 1]);
  const { test } = await syntheticDigits.load({ split: "test", limit: 1 });
  const probabilities = predict(test.x.data);
  for (const [name, probability] of Object.entries(expected as Readonly<Record<string, number>>)) {
    expect(probabilities[classNames.indexOf(name)]).toBeCloseTo(probability, 4);
  }
  expect(() => predict(new Uint8Array(3))).toThrow("predict takes 784 values");
});

it("minibatch export --to web measures a byte for each weight, and fills the card of the page", async () => {
  const { code, stderr } = await runCli(["export", "run", "--to", "web", "--out", "page.html"], { cwd });
  expect(code, stderr).toBe(0);
  expect(stderr).toMatch(/A byte for each weight reaches [\d.]+ % of the test set, four bytes [\d.]+ %/);
  const page = await readFile(join(cwd, "page.html"), "utf8");
  const model = JSON.parse(/id="model">(.*?)<\/script>/s.exec(page)?.[1] ?? "");
  expect(model).toMatchObject({
    input: { kind: "drawing", of: "digit" },
    card: { data: "Synthetic digits", seed: 1, parameters: 34_826, test: { samples: 2000 } },
    check: { type: "uint8" },
  });
  expect(model.check.inputs).toHaveLength(8);
});
