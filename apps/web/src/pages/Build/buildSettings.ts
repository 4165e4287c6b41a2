import type { LayerSpec } from "@minibatch/models";
import { optimizerNames } from "@minibatch/recipes/optimizers";
import { layersText, parseLayers } from "../../network/layersText.ts";
import { parsePoints, pointsText } from "../../network/pointsText.ts";
import { type Parameters, setParameters } from "../../state/route.ts";
import { builtPictures } from "../../state/builtPictures.ts";
import {
  type BuildSetup,
  type BuildSource,
  ownPictures,
  planeShapes,
} from "../../worker/build/BuildSetup.ts";
import type { KeptNetwork } from "../../worker/commands/readNetwork.ts";
import type { TrainNetworkInput } from "../../worker/commands/trainNetwork.ts";

/** The learning rates that are offered. */
export const learningRates = [0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1];

/** How many samples a step may see. */
export const batchSizes = [1, 4, 8, 16, 32, 64, 128, 256];

/** How many images may be learned from. */
export const rowCounts = [200, 1000, 2000, 5000, 10_000];

/** More are not taken from an address either: a page keeps them in its memory. */
const mostRows = 10_000;

/** What each kind of data begins with. */
const defaults = {
  images: { net: "conv16x3-pool2-conv32x3-pool2", rate: 0.003, batch: 32 },
  plane: { net: "dense8-dense8", rate: 0.01, batch: 16 },
} as const;

/** The only dataset of images that is there everywhere. */
export const firstDataset = "synthetic-digits";

/** All that the page keeps in the address. */
export interface BuildSettings {
  readonly setup: BuildSetup;
  readonly how: TrainNetworkInput;
  /** Whether the layers of the address cannot be read, so that others stand there. */
  readonly unreadable: boolean;
}

/** What the address says; what it does not say, or says wrongly, is as it is by default. */
export function buildSettings(parameters: Parameters): BuildSettings {
  const source = sourceOf(parameters);
  const { net, rate, batch } = defaults[source.kind];
  const layers = parseLayers(parameters["net"] ?? net);
  const optimizer = optimizerNames.find((name) => name === parameters["optimizer"]) ?? "adam";
  return {
    setup: {
      source,
      layers: layers ?? parseLayers(net) ?? [],
      optimizer,
      batchSize: wholeNumber(parameters["batch"], 1, mostRows) ?? batch,
      seed: wholeNumber(parameters["seed"], 0) ?? 1,
      ...(parameters["from"] !== undefined && { from: parameters["from"] }),
    },
    how: {
      learningRate: rateOf(parameters["rate"]) ?? rate,
      slowly: parameters["slowly"] === "1",
    },
    unreadable: layers === undefined,
  };
}

/** Whether the address names a run to go on from, and not yet what that is. */
export function isToBeRead({ from, net }: Parameters): boolean {
  return from !== undefined && net === undefined;
}

/** Puts a run to go on from into the address, with all that it was trained by. */
export function setKeptNetwork({ source, layers, settings }: KeptNetwork): void {
  const { learningRate, batchSize, optimizer, seed } = settings;
  setParameters({
    ...parametersOf(source),
    net: layersText(layers),
    rate: String(learningRate),
    batch: String(batchSize),
    optimizer,
    seed: String(seed),
  });
}

/** Puts layers into the address; other layers begin with new weights. */
export function setLayers(kind: BuildSource["kind"], layers: readonly LayerSpec[]): void {
  const text = layersText(layers);
  setParameters({ net: text === defaults[kind].net ? undefined : text, from: undefined });
}

/** Puts one of several values into the address, or takes it out where it is what it is anyway. */
export function setSetting(kind: BuildSource["kind"], name: "rate" | "batch", value: string): void {
  setParameters({ [name]: value === String(defaults[kind][name]) ? undefined : value });
}

function sourceOf(parameters: Parameters): BuildSource {
  if (parameters["kind"] !== "plane" && parameters["data"] === ownPictures) {
    const { version, status } = builtPictures.value;
    const isThere = status === "open" || status === "looking";
    return { kind: "images", dataset: ownPictures, rows: mostRows, version: isThere ? version : 0 };
  }
  if (parameters["kind"] !== "plane") {
    return {
      kind: "images",
      dataset: parameters["data"] ?? firstDataset,
      rows: wholeNumber(parameters["rows"], 1, mostRows) ?? 2000,
    };
  }
  if (parameters["data"] === "own") {
    return { kind: "plane", shape: "own", points: parsePoints(parameters["points"] ?? "") };
  }
  const shape = planeShapes.find((shape) => shape === parameters["data"]) ?? "circle";
  const noise = Number(parameters["noise"] ?? 0.1);
  return { kind: "plane", shape, noise: noise >= 0 && noise <= 1 ? noise : 0.1 };
}

/** What {@link sourceOf} makes the same source of. */
function parametersOf(source: BuildSource): Readonly<Record<string, string | undefined>> {
  if (source.kind === "images") {
    return { kind: undefined, data: source.dataset, rows: String(Math.min(source.rows, mostRows)) };
  }
  const { kind, shape } = source;
  if (shape === "own") return { kind, data: shape, points: pointsText(source.points) };
  return { kind, data: shape, noise: String(source.noise) };
}

function rateOf(text: string | undefined): number | undefined {
  const value = Number(text);
  return value > 0 && value <= 10 ? value : undefined;
}

function wholeNumber(
  text: string | undefined,
  least: number,
  most = Number.MAX_SAFE_INTEGER,
): number | undefined {
  const value = Number(text);
  const fits = text !== undefined && Number.isSafeInteger(value) && value >= least && value <= most;
  return fits ? value : undefined;
}
