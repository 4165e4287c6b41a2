export {
  type BostonFeature,
  type BostonHousing,
  type BostonHousingOptions,
  bostonHousing,
} from "./bostonHousing.ts";
export { browserCache } from "./browserCache.ts";
export type { Cache } from "./Cache.ts";
export type { CachedFile } from "./CachedFile.ts";
export { cifar10 } from "./cifar10.ts";
export { clearCache } from "./clearCache.ts";
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
export { datasets } from "./datasets.ts";
export type { IdxDataset } from "./defineIdxDataset.ts";
export { fashionMnist } from "./fashionMnist.ts";
export { type FetchDatasetOptions, fetchDataset } from "./fetchDataset.ts";
export { type FileCache, fileCache } from "./fileCache.ts";
export { findDataset } from "./findDataset.ts";
export { listCache } from "./listCache.ts";
export { memoryCache } from "./memoryCache.ts";
export { mnist } from "./mnist.ts";
export type { NdArray, TypedArray } from "./NdArray.ts";
export { noCache } from "./noCache.ts";
export { parseCifar10 } from "./parseCifar10.ts";
export { type ParseIdxOptions, parseIdx } from "./parseIdx.ts";
export { parseNpy } from "./parseNpy.ts";
export { parseNpz } from "./parseNpz.ts";
export { type ParseTableOptions, parseTable } from "./parseTable.ts";
export {
  type DrawDigitsOptions,
  drawDigits,
  type SyntheticDigits,
  type SyntheticDigitsOptions,
  syntheticDigits,
} from "./syntheticDigits.ts";
export { type VerifyCacheOptions, verifyCache } from "./verifyCache.ts";
