import { syntheticDigits } from "@minibatch/datasets/synthetic-digits";
import { decodeKeras, encodeKeras } from "@minibatch/keras";
import { mlp } from "@minibatch/models";
import { train } from "../mlp/train.js";

document.title = `${syntheticDigits.title} with parcel`;

async function trainAndKeep() {
  const trained = await train();
  // What other bundlers load later is there from the start, in circles too.
  const { model } = await decodeKeras(await encodeKeras(mlp({ inputShape: [4], hidden: [], classes: 3 })));
  if (model.countParams() !== 15) throw new Error(`expected 15 parameters, got ${model.countParams()}`);
  return trained;
}

globalThis.results = trainAndKeep();
