/**
 * The pure parts of the packages, whose tests have to notice a change of any expression: by the folder, the files of tests that speak
 * of it; * where all of the package's take a second. Folders stand below `packages`.
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
  "tables/src/columns": ["*"],
  "tables/src/encode": ["*"],
  "tables/src/read": ["*"],
  "tables/src/split": ["*"],
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
