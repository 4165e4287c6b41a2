/**
 * The pure parts of the packages, whose tests have to notice a change of any expression: by the folder, the files of tests that speak
 * of it. Folders stand below `packages`.
 */
export const pureParts = {
  "training/src/metrics": [
    "refusals",
    "metrics",
    "regression",
    "rocCurve",
    "wilsonInterval",
    "pairedDifference",
    "permutationImportance",
  ],
  "training/src/data": ["data", "scaling", "augment", "classWeights", "stratify", "checks", "refusals"],
  "training/src/diagnosis": ["diagnoseTraining", "chanceLevel", "normalizationMomentum"],
  "tables/src/columns": [
    "columnNote",
    "describeColumn",
    "isMissing",
    "parseDate",
    "parseNumber",
    "readTable",
    "table",
  ],
  "tables/src/encode": ["encodeTable", "table", "npz"],
  "tables/src/read": ["parseCsv", "readTable", "readParquet", "table"],
  "tables/src/split": ["splitRows", "sharesOf", "limitOf", "requireRows", "table", "npz"],
  "keras/src/hdf5": ["readHdf5", "decodeKeras", "encodeKeras", "loadKerasWeights"],
  "datasets/src/formats": [
    "checkShape",
    "encodeIdx",
    "parseCifar10",
    "parseIdx",
    "parseNpy",
    "parseNpz",
    "parseTable",
    "gunzip",
    "readTar",
    "readZipDirectory",
    "loadMembers",
    "split",
  ],
};
