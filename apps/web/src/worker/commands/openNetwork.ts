import type { NdArray } from "@minibatch/datasets";
import { createOptimizer } from "@minibatch/recipes";
import { type BuildData, buildData, type PlaneParts } from "../build/buildData.ts";
import type { BuildSetup } from "../build/BuildSetup.ts";
import { type NetworkView, networkView, watchedSamples } from "../build/networkView.ts";
import { networkModel } from "../build/networkModel.ts";
import { newlyOpened, setOpenedNetwork } from "../build/openedNetwork.ts";
import { takeWeights } from "../build/takeWeights.ts";
import type { Command } from "../Command.ts";
import { startSteadyBackend } from "../startSteadyBackend.ts";

/** A network before its first batch, and what it learns from. */
export interface NewNetwork {
  readonly classNames: readonly string[];
  readonly trainRows: number;
  readonly testRows: number;
  /** The test images that are watched, and their classes. */
  readonly watched?: { readonly x: NdArray; readonly y: readonly number[] };
  readonly points?: PlaneParts;
  readonly view: NetworkView;
}

/** Builds a network with new weights, or those of a run, in place of the one before. */
export const openNetwork: Command<BuildSetup & { readonly pinned: number }, NewNetwork> = async (
  { pinned, ...setup },
  context,
) => {
  const data = await buildData(setup.source, context);
  await startSteadyBackend();
  const { classNames, train, test, points } = data;
  const model = networkModel(setup, data, setup.seed);
  if (setup.from !== undefined) await takeWeights(model, setup.from);
  model.compile({
    // Each stretch of training brings its own learning rate.
    optimizer: createOptimizer(setup.optimizer, 0.001),
    loss: "sparseCategoricalCrossentropy",
    metrics: ["accuracy"],
  });
  const network = newlyOpened(model, setup, data, pinned);
  setOpenedNetwork(network);
  return {
    classNames,
    trainRows: train.x.shape[0] ?? 0,
    testRows: test?.x.shape[0] ?? 0,
    ...(points ? { points } : { watched: watchedOf(data) }),
    view: await networkView(network),
  };
};

function watchedOf(data: BuildData): NewNetwork["watched"] & {} {
  const { x, y } = watchedSamples(data);
  // A copy, or the whole dataset would go to the page with it.
  return { x: { data: x.data.slice(), shape: x.shape }, y: [...y.data] };
}
