import type { LoadedModel } from "@minibatch/models";
import type { ClassificationRecipe, Experiment, LayerDescription, Schedule } from "@minibatch/recipes";
import { pointsData } from "./pointsData.ts";
import { networkModel } from "./networkModel.ts";
import type { OpenedNetwork } from "./openedNetwork.ts";

/** A network that was trained here as a recipe, so that it is measured and kept as every other run is. */
export interface NetworkRecipe {
  readonly recipe: ClassificationRecipe;
  /** The same as a file of the command. */
  readonly experiment: Experiment;
}

/** Tells a network that one built as a recipe. */
export function networkRecipe({ model, setup, data, checkpoint, trained }: OpenedNetwork): NetworkRecipe {
  const { dataset } = data;
  const name = `build-${dataset.name}`;
  const { optimizer, batchSize, seed, source } = setup;
  const schedule: Omit<Schedule, "validation"> = {
    optimizer,
    learningRate: trained.learningRate,
    batchSize,
    // Of an epoch that was begun, what was trained counts.
    epochs: Math.max(1, checkpoint?.epoch ?? 0),
    seed,
  };
  return {
    recipe: {
      name,
      title: dataset.title,
      dataset,
      architecture: model.layers.map((layer) => layer.getClassName()).join(", "),
      schedule: { ...schedule, validation: { ownPart: true } },
      createModel: (seed) => networkModel(setup, data, seed),
    },
    experiment: {
      name,
      data: source.kind === "plane" ? pointsData(source) : (data.own?.data ?? { dataset: dataset.name }),
      model: { layers: layerDescriptions(model) },
      // The part of the test set that is watched here is none of its own there.
      schedule: { ...schedule, validation: { testSet: true } },
      limit: data.train.x.shape[0] ?? 1,
      ...(setup.from !== undefined && { from: { model: setup.from } }),
    },
  };
}

/** The layers in Keras' words, each with the seed that its kernel was drawn from; the shape of the input is that of the data. */
function layerDescriptions({ layers }: LoadedModel["model"]): readonly LayerDescription[] {
  return layers
    .filter((layer) => layer.getClassName() !== "InputLayer")
    .map((layer) => ({
      class_name: layer.getClassName(),
      config: Object.fromEntries(
        Object.entries(layer.getConfig())
          .filter(([name, value]) => value !== null && !saidByData.has(name))
          .map(([name, value]) => [name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
      ),
    }));
}

/** Arguments that a description does without: they follow from the data, or are those of every layer here. */
const saidByData = new Set(["dataFormat", "batchInputShape", "dtype", "trainable"]);
