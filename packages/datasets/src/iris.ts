import { parseColumns } from "./columns/parseColumns.ts";
import { type ColumnsDataset, defineColumnsDataset } from "./defineColumnsDataset.ts";

const kinds = ["setosa", "versicolor", "virginica"];
/** The kinds as the file has them. */
const labels = kinds.map((kind) => `Iris-${kind}`);
const features = ["sepal length", "sepal width", "petal length", "petal width"] as const;

/** A column of the Iris data. */
export type IrisFeature = (typeof features)[number];

/** The Iris data: its `load` also takes columns and the split. */
export type Iris = ColumnsDataset<IrisFeature, Uint8Array>;

/**
 * Iris: three kinds of flowers by the size of their leaves, the oldest table of them all.
 *
 * 150 rows, 50 of each kind, shuffled and split into 120 for training and 30 for testing; 4.6 kB. Measured by Edgar Anderson, made known by
 * R. A. Fisher in 1936: https://archive.ics.uci.edu/dataset/53/iris
 *
 * `load()` returns `train` and `test`, each with
 * - `x`: `Float64Array` of shape `[n, 4]`, or one column for each of `features`, in cm
 * - `y`: `Uint8Array` of shape `[n]`, the kind from 0 to 2
 *
 * | label | kind |
 * | --- | --- |
 * | 0 | Iris setosa |
 * | 1 | Iris versicolor |
 * | 2 | Iris virginica |
 *
 * It is the file of the UCI repository, of which rows 35 and 38 differ from Fisher's article in three values; scikit-learn has corrected them. Size and
 * checksum are those that TensorFlow Datasets publishes (url_checksums/iris.txt), and scikit-learn's rows with those two as UCI has them give both.
 *
 * @example
 * const { train, test } = await iris.load();
 * train.x.shape; // [120, 4]
 * iris.classNames[test.y.data[0]];
 *
 * Licence: Creative Commons Attribution 4.0, UCI Machine Learning Repository.
 */
export const iris: Iris = /* @__PURE__ */ defineColumnsDataset(
  {
    name: "iris",
    title: "Iris",
    description: "150 flowers of three kinds of iris, with length and width of their leaves in cm.",
    task: "classification",
    classNames: kinds,
    features,
    rows: 150,
    file: {
      name: "iris.data",
      bytes: 4551,
      sha256: "6f608b71a7317216319b4d27b4d9bc84e6abd734eda7872b71a458569e2656c0",
    },
    parse: (_, bytes) => parseColumns(bytes, labels),
    mirrors: [{ url: "https://archive.ics.uci.edu/ml/machine-learning-databases/iris/", cors: "unknown" }],
    license: "CC-BY-4.0",
    citation:
      "R. A. Fisher: The use of multiple measurements in taxonomic problems. Annals of Eugenics 7, 1936",
    homepage: "https://archive.ics.uci.edu/dataset/53/iris",
  },
  Uint8Array,
);
