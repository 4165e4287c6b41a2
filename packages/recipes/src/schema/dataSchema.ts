import type {
  ArraysData,
  ArraysOptions,
  DatasetData,
  ExperimentData,
  PicturesData,
  PicturesOptions,
  PlanePoint,
  PlaneShape,
  PointsData,
  TableColumnKind,
  TableData,
  TableDataOptions,
} from "../experiment/Experiment.ts";
import {
  choice,
  flag,
  list,
  needed,
  number,
  object,
  oneOf,
  pair,
  record,
  type Schema,
  share,
  text,
  whole,
} from "./Schema.ts";

const kinds: Record<TableColumnKind, true> = {
  number: true,
  boolean: true,
  category: true,
  date: true,
  text: true,
  id: true,
  constant: true,
};

const planeShapes: Record<PlaneShape, true> = { circle: true, xor: true, spiral: true };

/** What an experiment trains on. */
export function dataSchema(): Schema<ExperimentData> {
  return oneOf<[PicturesData, TableData, ArraysData, PointsData, DatasetData]>(
    object<PicturesData>("A folder or a .zip of pictures, one folder a class.", {
      pictures: needed(text("./my-pictures")("Its path, from the folder of this file.")),
      options: picturesOptions(),
    }),
    object<TableData>("A table with a column to predict.", {
      table: needed(text("./houses.csv")("Its path, from the folder of this file, or its address.")),
      target: needed(text("price")("The column that is predicted.")),
      options: tableOptions(),
    }),
    object<ArraysData>("An archive of NumPy arrays, of pictures or of columns.", {
      arrays: needed(text("./digits.npz")("Its path, from the folder of this file, or its address.")),
      options: arraysOptions(),
    }),
    object<PointsData>("Points of the plane, in two classes.", {
      points: needed(points()),
      noise: number({ minimum: 0, maximum: 1, default: 0 })("How far drawn points stray."),
    }),
    object<DatasetData>("One of the built-in datasets. Its columns, if it is a table, are standardized.", {
      dataset: needed(
        text("mnist", "fashion-mnist", "cifar-10")("Its id, as `minibatch datasets list` prints it."),
      ),
    }),
  );
}

function picturesOptions(): Schema<PicturesOptions> {
  const side = whole(1);
  return object<PicturesOptions>("How pictures are read and split.", {
    imageSize: oneOf<[number, readonly [number, number]]>(
      side("The side of a square that every picture is brought into, in pixels."),
      pair(side("A side in pixels."))("Height and width that every picture is brought into, in pixels."),
    ),
    grey: flag()("Whether pictures are taken without their colours. Default: where none has any."),
    fit: choice(
      { pad: true, crop: true },
      "pad",
    )("How proportions are kept: with margins, or by cutting two sides."),
    validationSplit: share(0.15)("How much of each class watches training."),
    testSplit: share(0.15)("How much of each class measures the trained model."),
    seed: whole(0, 1)("Another seed makes another split."),
    maxPixels: whole(1, 64_000_000)("Pictures of more pixels are left out."),
  });
}

function tableOptions(): Schema<TableDataOptions> {
  return object<TableDataOptions>("How a table is read and split.", {
    task: choice({ classification: true, regression: true })(
      "Whether the target holds classes or values. Default: found out.",
    ),
    kinds: record(choice(kinds)("What the column is taken for."))(
      "What columns are taken for, by their names. Default: found out.",
    ),
    validationSplit: share(0.15)("The share of the rows that watches training."),
    testSplit: share(0.15)("The share of the rows that measures the trained model."),
    seed: whole(0, 1)("Another seed makes another split."),
    name: text()("The id of the dataset. Default: the name of the file."),
    header: flag()("Whether the first line names the columns. Default: found out."),
    delimiter: choice({ ",": true, ";": true, "\t": true, "|": true })(
      "What stands between two columns. Default: found out.",
    ),
    decimal: choice({ ".": true, ",": true })(
      "What stands before the fraction of a number. Default: found out.",
    ),
  });
}

function arraysOptions(): Schema<ArraysOptions> {
  return object<ArraysOptions>("Which arrays are taken, and how they are split.", {
    x: text("x_train")("The array of the inputs. Default: found by its name."),
    y: text("y_train")("The array of what is predicted. Default: found by its name."),
    task: choice({ classification: true, regression: true })(
      "Whether it holds classes or values. Default: found out; pictures have classes.",
    ),
    validationSplit: share(0.15)(
      "The share of the rows that watches training, where the archive has no part for that.",
    ),
    testSplit: share(0.15)(
      "The share of the rows that measures the trained model, where the archive has no part for that.",
    ),
    seed: whole(0, 1)("Another seed makes another split."),
    name: text()("The id of the dataset. Default: the name of the file."),
  });
}

function points(): Schema<PointsData["points"]> {
  const place = number({ minimum: -1, maximum: 1 });
  return oneOf<[PlaneShape, readonly PlanePoint[]]>(
    choice(planeShapes)("The shape that points are drawn in, other ones to test with."),
    list(
      object<PlanePoint>("A point.", {
        x: needed(place("How far to the right it lies.")),
        y: needed(place("How far up it lies.")),
        label: needed(label()),
      }),
      2,
    )("The points, which are tested with as well."),
  );
}

function label(): Schema<PlanePoint["label"]> {
  const { json } = whole(0)("Its class: 0 for A, 1 for B.");
  return { json: { ...json, maximum: 1 } };
}
