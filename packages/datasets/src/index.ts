export type { Cache } from "./Cache.ts";
export type {
  Dataset,
  DatasetCard,
  DatasetFile,
  DatasetMirror,
  LoadOptions,
  LoadProgress,
  Samples,
  TrainTest,
} from "./Dataset.ts";
export { DatasetError, type DatasetErrorCode } from "./DatasetError.ts";
export type { NdArray, TypedArray } from "./NdArray.ts";
