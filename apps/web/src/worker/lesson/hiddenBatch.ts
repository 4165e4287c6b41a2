import type { NdArray } from "@minibatch/datasets";
import type { LoadedModel } from "@minibatch/models";
import { lastHidden, layerOutputs, sliceRows } from "@minibatch/training";
import type { KeptRun } from "./withKeptRun.ts";

/** What units of a network give for a batch of pictures. */
export interface HiddenBatch {
  /** Those that differ most between the pictures first. */
  readonly units: readonly HiddenUnit[];
  /** How many the layer has in all. */
  readonly of: number;
  /** What is added to a variance, where the network normalizes these units. */
  readonly epsilon?: number;
}

/** A unit, or a map, that a batch goes through. */
export interface HiddenUnit {
  /** One value a picture; of a map the one in the middle. */
  readonly values: readonly number[];
  /** Of the whole batch; of a map that is more than its middles. */
  readonly mean: number;
  readonly variance: number;
  /** Where the network normalizes it. */
  readonly learned?: Learned;
}

/** What batch normalization has learned of a unit. */
interface Learned {
  readonly scale: number;
  readonly shift: number;
  /** The averages of all steps. */
  readonly mean: number;
  readonly variance: number;
}

/** So many pictures are a batch here … */
const pictureCount = 12;

/** … and so many units can be chosen. */
const mostUnits = 16;

/** What a network makes of the first test pictures: what its first batch normalization gets, or without one what its last hidden layer gives. */
export async function hiddenBatch(kept: KeptRun): Promise<HiddenBatch> {
  const normalizing = kept.model.layers.find((layer) => layer.getClassName() === "BatchNormalization");
  const values = normalizing ? await valuesBefore(kept, normalizing) : await lastValues(kept);
  const learned = normalizing && (await learnedOf(normalizing));
  const of = values.shape.at(-1) ?? 0;
  const units = Array.from({ length: of }, (_, unit): HiddenUnit => {
    const own = learned?.(unit);
    return { ...unitOf(values, unit), ...(own && { learned: own }) };
  });
  return {
    units: units.sort((one, other) => other.variance - one.variance).slice(0, mostUnits),
    of,
    ...(normalizing && { epsilon: Number(normalizing.getConfig()["epsilon"]) }),
  };
}

type Layer = LoadedModel["model"]["layers"][number];

const picturesOf = ({ test, inputsOf }: KeptRun): NdArray => inputsOf(sliceRows(test, 0, pictureCount).x);

/** What comes out of the last hidden layer. */
function lastValues(kept: KeptRun): Promise<NdArray> {
  const { model, inputScaling } = kept;
  return lastHidden(model, picturesOf(kept), { inputScaling });
}

/** What comes into a layer. */
async function valuesBefore(kept: KeptRun, layer: Layer): Promise<NdArray> {
  const { model, inputScaling } = kept;
  const { sourceLayer } = [layer.input].flat()[0] ?? {};
  const layers = sourceLayer ? [sourceLayer.name] : [];
  const [before] = await layerOutputs(model, picturesOf(kept), { inputScaling, layers });
  // The first layer gets the pictures themselves.
  return before?.output ?? picturesOf(kept);
}

/** One unit of `[pictures, ...places, units]`. */
function unitOf({ data, shape }: NdArray, unit: number): HiddenUnit {
  const units = shape.at(-1) ?? 1;
  const all = Array.from({ length: data.length / units }, (_, at) => Number(data[at * units + unit]));
  const places = all.length / (shape[0] ?? 1);
  const middle = middleOf(shape.slice(1, -1));
  const mean = meanOf(all);
  return {
    values: all.filter((_, at) => at % places === middle),
    mean,
    variance: meanOf(all.map((value) => (value - mean) ** 2)),
  };
}

/** The place in the middle of a map, of all its places one after the other. */
function middleOf(lengths: readonly number[]): number {
  return lengths.reduce((place, length) => place * length + Math.floor(length / 2), 0);
}

async function learnedOf(layer: Layer): Promise<(unit: number) => Learned> {
  const values = await Promise.all(
    layer.getWeights().map(async (weight) => (await weight.data<"float32">()).slice()),
  );
  const { scale, center } = layer.getConfig();
  const gamma = scale === false ? undefined : values.shift();
  const beta = center === false ? undefined : values.shift();
  const [mean, variance] = values;
  return (unit) => ({
    scale: gamma?.[unit] ?? 1,
    shift: beta?.[unit] ?? 0,
    mean: mean?.[unit] ?? 0,
    variance: variance?.[unit] ?? 1,
  });
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
