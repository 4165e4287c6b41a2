export {
  type BostonFeature,
  type BostonHousing,
  type BostonHousingOptions,
  bostonHousing,
} from "./bostonHousing.ts";
export { browserCache } from "./caches/browserCache.ts";
export type { Cache } from "./caches/Cache.ts";
export {
  type CaliforniaFeature,
  type CaliforniaHousing,
  californiaHousing,
} from "./californiaHousing.ts";
export type { CachedFile } from "./caches/CachedFile.ts";
export { cifar10 } from "./cifar10.ts";
export { cifar100 } from "./cifar100.ts";
export { cifar100Coarse } from "./cifar100Coarse.ts";
export { clearCache } from "./caches/clearCache.ts";
export { closestName } from "./closestName.ts";
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
export type { ColumnsDataset, ColumnsOptions } from "./defineColumnsDataset.ts";
export type { IdxDataset } from "./defineIdxDataset.ts";
export { emnistBalanced } from "./emnistBalanced.ts";
export { emnistLetters } from "./emnistLetters.ts";
export { fashionMnist } from "./fashionMnist.ts";
export { type FetchDatasetOptions, fetchDataset } from "./loading/fetchDataset.ts";
export { type FileCache, fileCache } from "./caches/fileCache.ts";
export { fileKey } from "./caches/fileKey.ts";
export { findDataset } from "./findDataset.ts";
export { crc32 } from "./formats/crc32.ts";
export type { Bounds } from "./images/inkBounds.ts";
export type { GreyImage } from "./images/GreyImage.ts";
export { type Iris, type IrisFeature, iris } from "./iris.ts";
export { keepFile, type KeepFileOptions } from "./loading/keepFile.ts";
export { kmnist } from "./kmnist.ts";
export { listCache } from "./caches/listCache.ts";
export { memoryCache } from "./caches/memoryCache.ts";
export { mnist } from "./mnist.ts";
export type { NdArray, TypedArray } from "./NdArray.ts";
export { noCache } from "./caches/noCache.ts";
export { parseCifar10 } from "./formats/parseCifar10.ts";
export { type ParseIdxOptions, parseIdx } from "./formats/parseIdx.ts";
export { parseNpy } from "./formats/parseNpy.ts";
export { listNpz, type ParseNpzOptions, parseNpz } from "./formats/parseNpz.ts";
export { type ParseTableOptions, parseTable } from "./formats/parseTable.ts";
export { prepareDigit } from "./images/prepareDigit.ts";
export { prepareGarment } from "./images/prepareGarment.ts";
export { type Pixels, resample } from "./images/resample.ts";
export { sha256 } from "./loading/sha256.ts";
export {
  type DrawDigitsOptions,
  drawDigits,
  type SyntheticDigits,
  type SyntheticDigitsOptions,
  syntheticDigits,
} from "./syntheticDigits.ts";
export { type VerifyCacheOptions, verifyCache } from "./caches/verifyCache.ts";
