import { bostonFile, parseBoston } from "./boston/bostonTable.ts";
import { type ColumnsDataset, type ColumnsOptions, defineColumnsDataset } from "./defineColumnsDataset.ts";

const features = [
  "CRIM",
  "ZN",
  "INDUS",
  "CHAS",
  "NOX",
  "RM",
  "AGE",
  "DIS",
  "RAD",
  "TAX",
  "PTRATIO",
  "B",
  "LSTAT",
] as const;

/** A column of the Boston housing data. */
export type BostonFeature = (typeof features)[number];

/** What `bostonHousing.load` takes. */
export type BostonHousingOptions = ColumnsOptions<BostonFeature>;

/** The Boston housing data: its `load` also takes columns and the split. */
export type BostonHousing = ColumnsDataset<BostonFeature, Float64Array>;

/**
 * Boston housing: prices of homes by tract, the classic first regression.
 *
 * 506 rows, split into 404 for training and 102 for testing exactly as Keras splits them; 49 kB. Collected by David Harrison and
 * Daniel Rubinfeld from the US census of 1970: https://archive.ics.uci.edu/ml/machine-learning-databases/housing/
 *
 * `load()` returns `train` and `test`, each with
 * - `x`: `Float64Array` of shape `[n, 13]`, or one column for each of `features`, unscaled
 * - `y`: `Float64Array` of shape `[n]`, the median price in thousands of dollars, 5 to 50
 *
 * | column | | column | |
 * | --- | --- | --- | --- |
 * | CRIM | crimes per head | DIS | distance to workplaces |
 * | ZN | % of land for large lots | RAD | access to highways |
 * | INDUS | % of land for industry | TAX | property tax per $10,000 |
 * | CHAS | 1 on the Charles River, else 0 | PTRATIO | pupils per teacher |
 * | NOX | nitric oxides, parts per 10 million | B | see the card's note |
 * | RM | rooms per home | LSTAT | % of residents of lower status |
 * | AGE | % of homes built before 1940 | | |
 *
 * @example
 * const { train } = await bostonHousing.load({ features: ["RM"] });
 * train.x.shape; // [404, 1]
 * train.x.data[0]; // 6.142 rooms
 * train.y.data[0]; // 15.2 thousand dollars
 *
 * Licence: Creative Commons Attribution 4.0, UCI Machine Learning Repository.
 */
export const bostonHousing: BostonHousing = /* @__PURE__ */ defineColumnsDataset(
  {
    name: "boston-housing",
    title: "Boston housing",
    description:
      "The median price of homes in 506 tracts of Boston's suburbs in 1970, with 13 features of each tract.",
    task: "regression",
    classNames: [],
    features,
    rows: 506,
    file: bostonFile,
    parse: parseBoston,
    targetName: "price in $1000",
    mirrors: [{ url: "https://archive.ics.uci.edu/ml/machine-learning-databases/housing/", cors: "unknown" }],
    license: "CC-BY-4.0",
    citation:
      "D. Harrison, D. L. Rubinfeld: Hedonic housing prices and the demand for clean air. J. Environ. Econ. Manag. 5, 1978",
    homepage: "https://archive.ics.uci.edu/ml/machine-learning-databases/housing/",
    note: "Column B is made from the share of Black residents on the assumption that it moves prices. Use it to learn regression, not to learn about people.",
  },
  Float64Array,
);
