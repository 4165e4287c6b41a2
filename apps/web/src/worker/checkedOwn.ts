import type { PlanePoint, RunSamples } from "@minibatch/recipes";
import type { KeptPredictions, KeptTest, OwnData } from "../storage/ownRun.ts";
import { mostPoints } from "../network/pointsText.ts";
import { planeShapes } from "./build/BuildSetup.ts";
import { mismatch, type Shape } from "./mismatch.ts";

const pictures: Shape = {
  title: "text",
  counts: [{ className: "text", train: "count", validation: "count", test: "count" }],
  leftOut: [{ file: "text", reason: "text", message: "text" }],
};
const table: Shape = {
  title: "text",
  target: "text",
  columns: [
    { name: "text", kind: "text", missing: "count", distinct: "count", "leftOut?": "text", "note?": "text" },
  ],
  notes: ["text"],
};
const plane: Shape = {
  kind: "text",
  shape: "text",
  "noise?": "number",
  "points?": [{ x: "number", y: "number", label: "count" }],
};
const beside: Shape = {
  "baselines?": [{ name: "text", "accuracy?": "number", "mae?": "number" }],
  "importance?": [{ name: "text", mean: "number", deviation: "number" }],
};
const sample: Shape = {
  index: "count",
  "name?": "text",
  actual: "text",
  predicted: "text",
  probability: "number",
  "pixels?": "text",
};
const samples: Shape = { shape: ["count"], samples: [sample], mistakes: [sample] };
const rows: Shape = { "names?": ["text"], y: ["number"], predicted: ["number"] };
const predictions: Shape = { "target?": "text", train: rows, test: rows };

/** Checks what `run.json` says of data of one's own. @throws {TypeError} with what is wrong */
export function checkedData(data: unknown): OwnData {
  const { kind } = (data ?? {}) as { readonly kind?: unknown };
  if (kind !== "pictures" && kind !== "table") throw new TypeError("data.kind is unknown");
  requireShape(data, kind === "table" ? table : pictures, "data");
  return data as OwnData;
}

/** Checks the points of a plane that `run.json` says. @throws {TypeError} with what is wrong */
export function checkPoints(value: unknown): void {
  requireShape(value, plane, "points");
  const { kind, shape, noise, points } = value as {
    readonly kind: string;
    readonly shape: string;
    readonly noise?: number;
    readonly points?: readonly PlanePoint[];
  };
  if (kind !== "plane") throw new TypeError("points.kind is unknown");
  if (shape === "own") {
    const isOnPlane = ({ x, y, label }: PlanePoint): boolean =>
      Math.max(Math.abs(x), Math.abs(y)) <= 1 && label <= 1;
    if (!points || points.length > mostPoints || !points.every(isOnPlane)) {
      throw new TypeError(`points.points are not at most ${mostPoints} from -1 to 1 of two classes`);
    }
  } else if (!planeShapes.some((known) => known === shape)) {
    throw new TypeError("points.shape is unknown");
  } else if (noise === undefined || noise < 0 || noise > 1) {
    throw new TypeError("points.noise is not from 0 to 1");
  }
}

/** Checks what stands beside the result of a run on data of one's own. @throws {TypeError} with what is wrong */
export function checkBeside(result: unknown): void {
  requireShape(result, beside, "result");
}

/**
 * Checks `samples.json` and `predictions.json` of a run folder.
 *
 * @throws {TypeError} with what is wrong
 */
export function checkedTest(files: {
  readonly samples: unknown;
  readonly predictions: unknown;
}): KeptTest | undefined {
  if (files.samples !== undefined) return { samples: checkedSamples(files.samples) };
  if (files.predictions !== undefined) return { predictions: checkedPredictions(files.predictions) };
  return undefined;
}

function checkedSamples(value: unknown): RunSamples {
  requireShape(value, samples, "samples.json");
  const kept = value as RunSamples;
  const size = kept.shape.reduce((product, length) => product * length, 1);
  for (const { index, pixels } of [...kept.samples, ...kept.mistakes]) {
    // Three bytes are four letters; the last ones are filled up.
    if (pixels === undefined || pixels.length === Math.ceil(size / 3) * 4) continue;
    throw new TypeError(`samples.json has pixels of another size for test sample ${index}`);
  }
  return kept;
}

function checkedPredictions(value: unknown): KeptPredictions {
  requireShape(value, predictions, "predictions.json");
  const kept = value as KeptPredictions;
  for (const part of ["train", "test"] as const) {
    const { y, predicted, names = y } = kept[part];
    if (y.length === predicted.length && y.length === names.length) continue;
    throw new TypeError(`predictions.json.${part} has lists of different lengths`);
  }
  return kept;
}

function requireShape(value: unknown, shape: Shape, where: string): void {
  const wrong = mismatch(value, shape, where);
  if (wrong !== undefined) throw new TypeError(wrong);
}
