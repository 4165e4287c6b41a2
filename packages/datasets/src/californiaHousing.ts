import { parseKerasColumns } from "./columns/parseKerasColumns.ts";
import { type ColumnsDataset, defineColumnsDataset } from "./defineColumnsDataset.ts";

const features = [
  "MedInc",
  "HouseAge",
  "AveRooms",
  "AveBedrms",
  "Population",
  "AveOccup",
  "Latitude",
  "Longitude",
] as const;

/** A column of the California housing data. */
export type CaliforniaFeature = (typeof features)[number];

/** The California housing data: its `load` also takes columns and the split. */
export type CaliforniaHousing = ColumnsDataset<CaliforniaFeature, Float64Array>;

/**
 * California housing: prices of homes by district, what Keras and scikit-learn advise in the place of Boston's.
 *
 * 20,640 rows, split into 16,512 for training and 4,128 for testing as Keras splits its large version; 0.7 MB. From the US census of 1990, a
 * row a block group of some 600 to 3,000 people: https://www.dcc.fc.up.pt/~ltorgo/Regression/cal_housing.html
 *
 * `load()` returns `train` and `test`, each with
 * - `x`: `Float64Array` of shape `[n, 8]`, or one column for each of `features`, unscaled
 * - `y`: `Float64Array` of shape `[n]`, the median price in dollars, about 15,000 to 500,001, where the census cut it off
 *
 * | column | | column | |
 * | --- | --- | --- | --- |
 * | MedInc | median income in $10,000 | Population | people in the block group |
 * | HouseAge | median age of homes | AveOccup | people per household |
 * | AveRooms | rooms per household | Latitude | |
 * | AveBedrms | bedrooms per household | Longitude | |
 *
 * The checksum is the one in Keras' own loader (keras/src/datasets/california_housing.py). The file was not at hand when this was written: it has
 * never been loaded here from its origin.
 *
 * @example
 * const { train } = await californiaHousing.load({ features: ["MedInc", "HouseAge"] });
 * train.x.shape; // [16512, 2]
 *
 * Licence: none stated; taken from a census.
 */
export const californiaHousing: CaliforniaHousing = /* @__PURE__ */ defineColumnsDataset(
  {
    name: "california-housing",
    title: "California housing",
    description:
      "The median price of homes in 20,640 districts of California in 1990, with 8 features of each district.",
    task: "regression",
    classNames: [],
    targetName: "price in $",
    features,
    rows: 20_640,
    file: {
      name: "california_housing.npz",
      bytes: 743_530,
      sha256: "1a2e3a52e0398de6463aebe6f4a8da34fb21fbb6b934cf88c3425e766f2a1a6f",
    },
    parse: parseKerasColumns,
    mirrors: [{ url: "https://storage.googleapis.com/tensorflow/tf-keras-datasets/", cors: "unknown" }],
    license: "none stated; taken from the US census of 1990",
    citation:
      "R. K. Pace, R. Barry: Sparse spatial autoregressions. Statistics and Probability Letters 33, 1997",
    homepage: "https://www.dcc.fc.up.pt/~ltorgo/Regression/cal_housing.html",
  },
  Float64Array,
);
