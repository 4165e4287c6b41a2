import { closestName } from "@minibatch/datasets";
import { deriveSeed } from "@minibatch/models";
import { layers as factories, type LayersModel, sequential } from "@tensorflow/tfjs-layers";
import { RecipeError } from "../RecipeError.ts";
import type { LayerDescription } from "./ModelDescription.ts";
import type { ModelFit } from "./ModelFit.ts";
import { seededInitializers } from "./seededInitializers.ts";

type Layer = LayersModel["layers"][number];
type Factory = (config: Record<string, unknown>) => Layer;

/**
 * Stacks layers that are described in Keras' words. Their initial weights are drawn from seeds of their own where the description
 * names no seed.
 *
 * @throws {RecipeError} `INVALID_SETTING` with the place of the layer that is unknown or does not fit
 */
export function stackLayers(
  descriptions: readonly LayerDescription[],
  data: ModelFit,
  seed: number,
): LayersModel {
  const model = sequential();
  try {
    for (const [index, { class_name: className, config = {} }] of descriptions.entries()) {
      const name = typeof config["name"] === "string" ? config["name"] : `layer${index + 1}`;
      const options = {
        ...camelCased(config),
        ...seededInitializers(config, deriveSeed(seed, name, "kernel")),
        name,
        ...(index === 0 && { inputShape: [...data.inputShape] }),
      };
      model.add(
        inPlace(index, className, () => {
          const layer = factoryOf(className)(options);
          requireKnown(Object.keys(config), layer);
          return layer;
        }),
      );
    }
    requireOutputs(model, data);
    return model;
  } catch (error) {
    if (model.layers.length > 0) model.dispose();
    throw error;
  }
}

/** Keras' classes by the names of tfjs' factories: MaxPooling2D is maxPooling2d there. */
const names = new Map(
  Object.getOwnPropertyNames(Object.getPrototypeOf(factories) ?? {})
    .concat(Object.keys(factories))
    .filter((name) => typeof (factories as unknown as Record<string, unknown>)[name] === "function")
    .map((name) => [name.toLowerCase(), name]),
);

function factoryOf(className: string): Factory {
  const name = names.get(className.toLowerCase());
  if (name !== undefined && name !== "input") {
    return (factories as unknown as Record<string, Factory>)[name] as Factory;
  }
  const close = closestName(className, [...names.values()]);
  throw new RecipeError(
    "INVALID_SETTING",
    `There is no layer "${className}".${close === undefined ? "" : ` Is ${close} meant?`} Keras' names are expected, such as Dense, Conv2D or MaxPooling2D.`,
  );
}

/** What every layer takes, though none gives it back as its own. */
const everywhere = ["name", "trainable", "dtype", "input_shape", "batch_input_shape", "batch_size"];

/** tfjs passes over an argument that it does not know, and a misspelt one would have no effect. */
function requireKnown(given: readonly string[], layer: Layer): void {
  const known = [...Object.keys(layer.getConfig()).map(snakeCased), ...everywhere];
  const wrong = given.find((argument) => !known.includes(snakeCased(argument)));
  if (wrong === undefined) return;
  const close = closestName(wrong, known);
  throw new Error(
    `it has no argument "${wrong}". ${close === undefined ? `There are: ${known.join(", ")}` : `Is "${close}" meant?`}`,
  );
}

function snakeCased(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function inPlace(index: number, className: string, make: () => Layer): Layer {
  try {
    return make();
  } catch (cause) {
    if (cause instanceof RecipeError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new RecipeError("INVALID_SETTING", `Layer ${index + 1}, ${className}, cannot be made: ${reason}`, {
      cause,
    });
  }
}

function camelCased(config: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(config).map(([name, value]) => [
      name.replaceAll(/_([a-z\d])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}

function requireOutputs(model: LayersModel, { classNames, task }: ModelFit): void {
  const shape = model.outputs[0]?.shape.slice(1) ?? [];
  const classes = classNames.length;
  const fitting = task === "regression" ? ["1"] : classes === 2 ? ["2", "1"] : [String(classes)];
  if (fitting.includes(shape.join())) return;
  throw new RecipeError(
    "INVALID_SETTING",
    `The last layer gives [${shape.join(", ")}] for each row, and the data have ${task === "regression" ? "one value" : `${classes} classes`}: ` +
      `end with a Dense layer of ${fitting[0]} units.`,
  );
}
