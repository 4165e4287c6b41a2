import type { BackendName } from "@minibatch/backends";
import type { RecipeSettings } from "@minibatch/recipes";
import { optimizerNames } from "@minibatch/recipes/optimizers";
import type { Parameters } from "../../state/route.ts";

/** The recipe that is chosen at first: it needs no download. */
export const firstRecipe = "digits-cnn";

/** As much of its card as it takes to begin, so that nobody waits for the list of recipes. */
export const firstRun = { name: firstRecipe, dataset: { name: "synthetic-digits" } } as const;

/** What a browser can compute on, and the choice of the fastest. */
export const backendNames = [
  "auto",
  "webgpu",
  "webgl",
  "wasm",
  "cpu",
] as const satisfies readonly BackendName[];

/** What the address says about a run; names are those of `RecipeSettings`. */
export interface TrainSettings {
  readonly recipe: string;
  readonly backend: BackendName;
  readonly settings: RecipeSettings;
  /** Whether every number is one that training can take. */
  readonly valid: boolean;
}

/** The backend that the address names; without one, or with one that there is not, the given one. */
export function chosenBackend({ backend }: Parameters, otherwise: BackendName = "auto"): BackendName {
  return backendNames.find((name) => name === backend) ?? otherwise;
}

const wholeNumbers = ["epochs", "batchSize", "limit", "seed"] as const;

/** The options of optimizers that a run can be told, where its optimizer takes them. */
export const optimizerSettings = ["momentum", "weightDecay"] as const;

/** Reads the settings of a run out of the address. */
export function trainSettings(parameters: Parameters): TrainSettings {
  const { recipe = firstRecipe, optimizer, learningRate } = parameters;
  const numbers = <Name extends string>(names: readonly Name[]): (readonly [Name, number])[] =>
    names.flatMap((name) => {
      const text = parameters[name];
      return text === undefined ? [] : [[name, Number(text)] as const];
    });
  const whole = numbers(wholeNumbers);
  const options = numbers(optimizerSettings);
  const rate = learningRate === undefined ? undefined : Number(learningRate);
  const chosen = optimizerNames.find((name) => name === optimizer);
  return {
    recipe,
    backend: chosenBackend(parameters),
    settings: {
      ...Object.fromEntries([...whole, ...options]),
      ...(rate !== undefined && { learningRate: rate }),
      ...(chosen !== undefined && { optimizer: chosen }),
    },
    valid:
      whole.every(([name, value]) => Number.isSafeInteger(value) && (name === "seed" || value > 0)) &&
      options.every(
        ([name, value]) => value >= 0 && value < (name === "momentum" ? 1 : Number.POSITIVE_INFINITY),
      ) &&
      (rate === undefined || (rate > 0 && Number.isFinite(rate))),
  };
}
