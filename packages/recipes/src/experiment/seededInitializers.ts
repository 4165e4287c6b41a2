import { closestName } from "@minibatch/datasets";
import { initializers } from "@tensorflow/tfjs-layers";
import { RecipeError } from "../RecipeError.ts";

type Initializer = ReturnType<typeof initializers.zeros>;
type Factory = (options: { seed: number }) => Initializer;

/** The arguments of layers that say how weights are drawn, and Keras' default for each. */
const defaults = {
  kernel_initializer: "glorotUniform",
  depthwise_initializer: "glorotUniform",
  pointwise_initializer: "glorotUniform",
  recurrent_initializer: "orthogonal",
  embeddings_initializer: "randomUniform",
} as const;

/**
 * Makes the initializers of a layer, each with a seed: tfjs draws from `Math.random` without one.
 *
 * @param config the layer's arguments in Keras' words
 * @returns initializers by tfjs' names; layers ignore those that are not theirs
 * @throws {RecipeError} `INVALID_SETTING` for a name that is none
 */
export function seededInitializers(
  config: Readonly<Record<string, unknown>>,
  seed: number,
): Record<string, Initializer> {
  return Object.fromEntries(
    Object.entries(defaults).flatMap(([argument, standard]) => {
      const given = config[argument] ?? standard;
      // An object says all by itself, its seed too.
      if (typeof given !== "string") return [];
      const name = argument.replace("_initializer", "Initializer");
      return [[name, initializerOf(given, argument)({ seed })]];
    }),
  );
}

function initializerOf(name: string, argument: string): Factory {
  const factories = initializers as unknown as Readonly<Record<string, Factory>>;
  const names = Object.keys(factories);
  const plain = (text: string) => text.replaceAll("_", "").toLowerCase();
  const found = names.find((candidate) => plain(candidate) === plain(name));
  if (found !== undefined) return factories[found] as Factory;
  const close = closestName(name, names);
  throw new RecipeError(
    "INVALID_SETTING",
    `${argument} "${name}" is unknown.${close === undefined ? "" : ` Is ${close} meant?`} There are: ${names.join(", ")}.`,
  );
}
