import type { Command } from "./Command.ts";
import { inTurn } from "./inTurn.ts";

/** A command whose code is loaded when it is first called, so that looking at data does not wait for TensorFlow.js. */
function lazy<Input, Output, Event>(
  load: () => Promise<Command<Input, Output, Event>>,
): Command<Input, Output, Event> {
  return async (input, context) => (await load())(input, context);
}

/** Everything that a page can ask a worker for: `client.call("train", …)`. What computes, or starts a backend, waits for its turn. */
export const commands = {
  listBackends: lazy(async () => (await import("./commands/listBackends.ts")).listBackends),
  measureBackend: inTurn(lazy(async () => (await import("./commands/measureBackend.ts")).measureBackend)),
  listRecipes: lazy(async () => (await import("./commands/listRecipes.ts")).listRecipes),
  estimateRecipe: lazy(async () => (await import("./commands/estimateRecipe.ts")).estimateRecipe),
  openExplored: inTurn(lazy(async () => (await import("./commands/openExplored.ts")).openExplored)),
  explainRow: inTurn(lazy(async () => (await import("./commands/explainRow.ts")).explainRow)),
  viewEpoch: inTurn(lazy(async () => (await import("./commands/viewEpoch.ts")).viewEpoch)),
  listDatasets: lazy(async () => (await import("./commands/listDatasets.ts")).listDatasets),
  keepDatasetFiles: lazy(async () => (await import("./commands/keepDatasetFiles.ts")).keepDatasetFiles),
  downloadDataset: lazy(async () => (await import("./commands/downloadDataset.ts")).downloadDataset),
  openDataset: lazy(async () => (await import("./commands/openDataset.ts")).openDataset),
  readSamples: lazy(async () => (await import("./commands/readSamples.ts")).readSamples),
  train: inTurn(lazy(async () => (await import("./commands/train.ts")).train)),
  packRun: lazy(async () => (await import("./commands/packRun.ts")).packRun),
  packPage: inTurn(lazy(async () => (await import("./commands/packPage.ts")).packPage)),
  packKeras: inTurn(lazy(async () => (await import("./commands/packKeras.ts")).packKeras)),
  openFiles: inTurn(lazy(async () => (await import("./commands/openFiles.ts")).openFiles)),
  openModel: inTurn(lazy(async () => (await import("./commands/openModel.ts")).openModel)),
  predict: inTurn(lazy(async () => (await import("./commands/predict.ts")).predict)),
  featureMaps: inTurn(lazy(async () => (await import("./commands/featureMaps.ts")).featureMaps)),
  readLine: lazy(async () => (await import("./commands/readLine.ts")).readLine),
  fitLine: inTurn(lazy(async () => (await import("./commands/fitLine.ts")).fitLine)),
  overfit: inTurn(lazy(async () => (await import("./commands/overfit.ts")).overfit)),
  descend: inTurn(lazy(async () => (await import("./commands/descend.ts")).descend)),
  readDropoutUnits: inTurn(
    lazy(async () => (await import("./commands/readDropoutUnits.ts")).readDropoutUnits),
  ),
  readHiddenBatch: inTurn(lazy(async () => (await import("./commands/readHiddenBatch.ts")).readHiddenBatch)),
  evaluate: inTurn(lazy(async () => (await import("./commands/evaluate.ts")).evaluate)),
  lookAtPictures: lazy(async () => (await import("./commands/lookAtPictures.ts")).lookAtPictures),
  unpackPictures: lazy(async () => (await import("./commands/unpackPictures.ts")).unpackPictures),
  readOwnTable: lazy(async () => (await import("./commands/readOwnTable.ts")).readOwnTable),
  trainOwn: inTurn(lazy(async () => (await import("./commands/trainOwn.ts")).trainOwn)),
  predictPicture: inTurn(lazy(async () => (await import("./commands/predictPicture.ts")).predictPicture)),
  listStarts: inTurn(lazy(async () => (await import("./commands/listStarts.ts")).listStarts)),
  openNetwork: inTurn(lazy(async () => (await import("./commands/openNetwork.ts")).openNetwork)),
  trainNetwork: inTurn(lazy(async () => (await import("./commands/trainNetwork.ts")).trainNetwork)),
  viewNetwork: inTurn(lazy(async () => (await import("./commands/viewNetwork.ts")).viewNetwork)),
  openPictures: inTurn(lazy(async () => (await import("./commands/openPictures.ts")).openPictures)),
  keepNetwork: inTurn(lazy(async () => (await import("./commands/keepNetwork.ts")).keepNetwork)),
  readNetwork: inTurn(lazy(async () => (await import("./commands/readNetwork.ts")).readNetwork)),
  pinSample: lazy(async () => (await import("./commands/pinSample.ts")).pinSample),
  lookAtPixel: lazy(async () => (await import("./commands/lookAtPixel.ts")).lookAtPixel),
  predictRow: inTurn(lazy(async () => (await import("./commands/predictRow.ts")).predictRow)),
};
