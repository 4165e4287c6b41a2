import { startBackend } from "@minibatch/backends";
import type { LayerSpec } from "@minibatch/models";
import { createOptimizer } from "@minibatch/recipes";
import { expectNoLeak } from "@minibatch/testing";
import { argMax, confusionMatrix, predict } from "@minibatch/training";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, it } from "vitest";
import { heatOf } from "../../src/pages/Evaluate/heatOf.ts";
import { type LivePictures, levels, type Moments } from "../../src/pages/Home/livePictures.ts";
import { buildData } from "../../src/worker/build/buildData.ts";
import type { BuildSource } from "../../src/worker/build/BuildSetup.ts";
import { networkView } from "../../src/worker/build/networkView.ts";
import { networkModel } from "../../src/worker/build/networkModel.ts";
import { newlyOpened, type OpenedNetwork, putAway } from "../../src/worker/build/openedNetwork.ts";
import { trainSlice } from "../../src/worker/build/trainSlice.ts";

const pictures = new URL("../../src/pages/Home/livePictures.json", import.meta.url);

beforeAll(() => startBackend("wasm"));

/** So often one looks at each network. */
const frames = 25;

/** After so many batches one looks at a network: often at first, where it changes most. */
const moments = (most: number): number[] =>
  Array.from({ length: frames }, (_, frame) => Math.round(most * (frame / (frames - 1)) ** 1.7));

interface Training {
  readonly source: BuildSource;
  readonly layers: readonly LayerSpec[];
  readonly learningRate: number;
  readonly batchSize: number;
  readonly batches: number;
}

/** Trains a network as the page Build does, and looks at it on the way. */
async function watch(
  { source, layers, learningRate, batchSize, batches }: Training,
  looks: number,
  look: (network: OpenedNetwork) => Promise<void>,
): Promise<void> {
  const { signal } = new AbortController();
  const data = await buildData(source, { base: "", signal });
  const setup = { source, layers, optimizer: "adam", batchSize, seed: 1 } as const;
  const model = networkModel(setup, data, setup.seed);
  model.compile({
    optimizer: createOptimizer("adam", learningRate),
    loss: "sparseCategoricalCrossentropy",
    metrics: ["accuracy"],
  });
  const network = newlyOpened(model, setup, data);
  let trained = 0;
  for (const moment of moments(batches).slice(0, looks)) {
    const options = { learningRate, milliseconds: Number.POSITIVE_INFINITY, signal };
    if (moment > trained) await trainSlice(network, { ...options, batches: moment - trained });
    trained = moment;
    await look(network);
  }
  putAway(network);
}

/** Values from 0 to 1, a digit of base 36 each. */
function digits(values: Iterable<number>): string {
  return Array.from(values, (value) => Math.round(value * (levels - 1)).toString(levels)).join("");
}

async function accuracy({ model, data }: OpenedNetwork): Promise<number> {
  const { x, y } = data.test ?? data.train;
  const right = [...argMax(await predict(model, x))].filter((label, row) => label === y.data[row]);
  return Math.round((right.length / y.data.length) * 1000) / 1000;
}

async function spirals(looks: number): Promise<LivePictures["boundary"]> {
  const seen: string[] = [];
  const right: number[] = [];
  let points: LivePictures["boundary"]["points"] = [];
  const side = 25;
  const training: Training = {
    source: { kind: "plane", shape: "spiral", noise: 0.05 },
    layers: [24, 24].map((units) => ({ type: "dense", units, activation: "tanh" })),
    learningRate: 0.03,
    batchSize: 24,
    batches: 500,
  };
  await watch(training, looks, async (network) => {
    const view = await networkView(network);
    if (view.kind !== "plane") throw new Error("The network is not one of the plane.");
    const [, columns = 0] = view.boundary.shape;
    const step = columns / side;
    const cells = Array.from({ length: side * side }, (_, cell) => {
      const [row, column] = [Math.floor(cell / side) * step, (cell % side) * step];
      const around = [0, 1].flatMap((down) => [0, 1].map((along) => (row + down) * columns + column + along));
      return around.reduce((sum, at) => sum + (view.boundary.data[at] ?? 0), 0) / around.length;
    });
    seen.push(digits(cells));
    right.push(await accuracy(network));
    points = (network.data.points?.train ?? [])
      .slice(0, 120)
      .map(({ x, y, label }) => [Math.round(x * 100), Math.round(y * 100), label]);
  });
  return { batches: moments(training.batches), shape: [side, side], points, frames: seen, accuracy: right };
}

async function digitsNetwork(looks: number): Promise<Pick<LivePictures, "filters" | "confusion">> {
  const filters: string[] = [];
  const confusion: string[] = [];
  const right: number[] = [];
  let shape: readonly number[] = [];
  const training: Training = {
    source: { kind: "images", dataset: "synthetic-digits", rows: 5000 },
    layers: [
      { type: "conv2d", filters: 9, kernelSize: 7, activation: "relu", l2: 0.03 },
      { type: "maxPooling2d", size: 2 },
      { type: "dense", units: 64, activation: "relu" },
    ],
    learningRate: 0.002,
    batchSize: 32,
    batches: 900,
  };
  await watch(training, looks, async (network) => {
    const view = await networkView(network);
    if (view.kind !== "images" || !view.filters) throw new Error("The network has no filters.");
    const { data } = view.filters;
    ({ shape } = view.filters);
    const most = data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    filters.push(digits(data.map((value) => 0.5 + value / most / 2)));
    const { x, y } = network.data.test ?? network.data.train;
    const matrix = confusionMatrix(y.data, argMax(await predict(network.model, x)), 10);
    const heat = heatOf(matrix, false);
    confusion.push(
      digits(matrix.flatMap((row, actual) => row.map((_, predicted) => heat(actual, predicted)))),
    );
    right.push(await accuracy(network));
  });
  const batches = moments(training.batches);
  return {
    filters: { batches, shape, frames: filters },
    confusion: { batches, shape: [10, 10], frames: confusion, accuracy: right },
  };
}

/** How far two pictures are apart at most, in steps of a digit. */
function distance(some: Moments, others: Moments): number {
  const apart = some.frames.map((frame, index) =>
    Array.from(frame, (digit, at) =>
      Math.abs(Number.parseInt(digit, levels) - Number.parseInt(others.frames[index]?.[at] ?? "", levels)),
    ),
  );
  return Math.max(...apart.flat());
}

// After a change: `vitest run apps/web/test/livePictures.test.ts -u` trains to the end, which takes a minute, and writes them anew.
it("the live pictures of the first view are those of two networks that are trained here: a tenth of the way, to a digit", {
  timeout: 400_000,
}, async () => {
  const make = async (looks: number): Promise<LivePictures> => ({
    boundary: await spirals(looks),
    ...(await digitsNetwork(looks)),
  });
  const text = await readFile(pictures, "utf8").catch(() => "");
  await expectNoLeak(async () => {
    const begun = await make(7);
    const kept = text === "" ? undefined : (JSON.parse(text) as LivePictures);
    const isClose =
      kept &&
      (["boundary", "filters", "confusion"] as const).every((name) => distance(begun[name], kept[name]) <= 1);
    const now = isClose ? text : `${JSON.stringify(await make(frames))}\n`;
    await expect(now).toMatchFileSnapshot(fileURLToPath(pictures));
    const { boundary, confusion } = JSON.parse(now) as LivePictures;
    expect(boundary.accuracy.at(-1)).toBeGreaterThan(0.97);
    expect(confusion.accuracy.at(-1)).toBeGreaterThan(0.9);
    expect(boundary.frames.length).toBe(frames);
  });
});
