import type { Samples } from "@minibatch/datasets";
import { TrainingError } from "../TrainingError.ts";
import { imageUri } from "./imageUri.ts";
import type { Plot } from "./Plot.ts";
import { plotOf } from "./plotOf.ts";

/** One image of a grid. */
export interface SampleRow {
  /** The row of the sample in its data. */
  readonly index: number;
  /** Where it stands in the grid, counted from 0. */
  readonly column: number;
  readonly row: number;
  /** The name of its class. */
  readonly actual: string;
  /** The name of the class that a model took it for; null where none was asked. */
  readonly predicted: string | null;
  /** The image as a `data:` address of a PNG. */
  readonly image: string;
}

/** Options of {@link sampleGrid}. */
export interface SampleGridOptions {
  /**
   * Which samples to show.
   *
   * @default the first 40
   */
  readonly indices?: readonly number[] | undefined;
  /** The class that a model took each sample of the data for. */
  readonly predicted?: ArrayLike<number> | undefined;
  /**
   * Images in a row.
   *
   * @default 10
   */
  readonly columns?: number | undefined;
  /**
   * Whether light becomes dark, as ink on paper.
   *
   * @default true for images of one channel
   */
  readonly inverted?: boolean | undefined;
}

/** Edge of an image, and the room for its label below, in pixels. */
const TILE = 56;
const LABEL = 18;

/**
 * Images with their labels, in rows; beside a prediction that is wrong, what it should have been.
 *
 * @param samples images of bytes, `[n, height, width, channels]`, with their classes `[n]`
 * @param classNames the names of the classes, in their order
 * @returns a row for each image; small, because it holds the images as PNG addresses: 1.2 kB for 28 x 28
 * @throws {TrainingError} `INVALID_ARGUMENT` for an index without a sample, and as {@link imageUri}
 *
 * @example
 * const { test } = await mnist.load();
 * const { rows } = sampleGrid(test, mnist.classNames, { indices: [0, 1] });
 * rows[0].actual; // "7"
 * picture.src = rows[0].image;
 */
export function sampleGrid(
  samples: Samples<Uint8Array | Uint8ClampedArray>,
  classNames: readonly string[],
  options: SampleGridOptions = {},
): Plot<SampleRow> {
  const { x, y } = samples;
  const [count = 0, ...shape] = x.shape;
  const { columns = 10, predicted, inverted = shape[2] === 1 } = options;
  const indices = options.indices ?? Array.from({ length: Math.min(40, count) }, (_, index) => index);
  const size = shape.reduce((product, length) => product * length, 1);
  const nameOf = (label: number | undefined) => classNames[label ?? -1] ?? String(label);
  const rows = indices.map((index, at): SampleRow => {
    if (!(Number.isInteger(index) && index >= 0 && index < count)) {
      throw new TrainingError("INVALID_ARGUMENT", `There is no sample ${index}: there are ${count}.`);
    }
    return {
      index,
      column: at % columns,
      row: Math.floor(at / columns),
      actual: nameOf(y.data[index]),
      predicted: predicted === undefined ? null : nameOf(predicted[index]),
      image: imageUri(x.data.subarray(index * size, (index + 1) * size), shape, { inverted }),
    };
  });
  const across = Math.min(columns, rows.length);
  const step = Math.max(TILE + 8, Math.min(120, Math.floor(680 / Math.max(1, across))));
  const lines = predicted === undefined ? 1 : 2;
  const height = TILE + lines * LABEL;
  const caption = (line: number, field: string, color: string, filter: string) => ({
    transform: [{ calculate: "'is ' + datum.actual", as: "truth" }, { filter }],
    mark: { type: "text", yOffset: TILE + (line - 0.5) * LABEL - height / 2, fontSize: 11, color },
    encoding: { text: { field, type: "nominal" } },
  });
  const right = "datum.predicted === datum.actual";
  const wrong = "datum.predicted !== null && datum.predicted !== datum.actual";
  return plotOf(rows, `${rows.length} samples with their classes`, {
    width: { step },
    height: { step: height + 8 },
    encoding: {
      x: { field: "column", type: "ordinal", axis: null },
      y: { field: "row", type: "ordinal", axis: null },
    },
    layer: [
      {
        mark: {
          type: "image",
          width: TILE,
          height: TILE,
          yOffset: (TILE - height) / 2,
          aspect: false,
          smooth: false,
        },
        encoding: {
          url: { field: "image", type: "nominal" },
          tooltip: [{ field: "index" }, { field: "actual" }, { field: "predicted" }],
        },
      },
      caption(1, "actual", "#555555", "datum.predicted === null"),
      caption(1, "predicted", "#1a7f37", right),
      caption(1, "predicted", "#c0392b", wrong),
      caption(2, "truth", "#777777", wrong),
    ],
  });
}
