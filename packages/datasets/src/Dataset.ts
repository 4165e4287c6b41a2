import type { Cache } from "./caches/Cache.ts";
import type { NdArray, TypedArray } from "./NdArray.ts";

/** Inputs and targets, row by row: `x` is `[n, ...inputShape]`, `y` is `[n]`. */
export interface Samples<X extends TypedArray = TypedArray, Y extends TypedArray = TypedArray> {
  readonly x: NdArray<X>;
  readonly y: NdArray<Y>;
  /** What each row is called, where rows have names: its file, for pictures of one's own. */
  readonly names?: readonly string[];
}

/** A dataset as its authors, or whoever made it of files of their own, split it. */
export interface TrainTest<X extends TypedArray = TypedArray, Y extends TypedArray = TypedArray> {
  readonly train: Samples<X, Y>;
  /** To watch training by, where the dataset has a part of its own for that. */
  readonly validation?: Samples<X, Y>;
  readonly test: Samples<X, Y>;
}

/** One file of a dataset, as the origin serves it. */
export interface DatasetFile {
  /** The name on the origin server, e.g. `train-images-idx3-ubyte.gz`. */
  readonly name: string;
  /** The size in bytes. */
  readonly bytes: number;
  /** SHA-256 of the file, in lower-case hex. */
  readonly sha256: string;
  /** What gunzip makes of it; absent when it is not zipped. Some servers unzip on the way. */
  readonly raw?: { readonly bytes: number; readonly sha256: string };
  /** What an archive is unpacked for: caches keep these in its place, each verified by itself. */
  readonly members?: readonly DatasetFile[];
  /** Where it comes from, best first, when not from the mirrors of its dataset. */
  readonly mirrors?: readonly DatasetMirror[];
  /** Another file with the same values: read where it is cached, or when this one cannot be had. */
  readonly alternative?: DatasetFile;
}

/** A server that hands out the files of a dataset: `url` plus a file's name is its address. */
export interface DatasetMirror {
  /** Ends in a slash. */
  readonly url: string;
  /** Whether browsers may read from it: the value of its CORS header as far as it is known. */
  readonly cors: "yes" | "no" | "unknown";
}

/** What is known of a dataset before a byte of it is loaded. */
export interface DatasetCard {
  /** The id, also the folder in a mirror and in the cache, e.g. `fashion-mnist`. */
  readonly name: string;
  /** The folder in a mirror and in the cache where several datasets are made of the same files, e.g. `cifar-100`. */
  readonly folder?: string;
  /** The name in print, e.g. `Fashion-MNIST`. */
  readonly title: string;
  /** One or two sentences: what is in it and where it comes from. */
  readonly description: string;
  readonly task: "classification" | "regression";
  /** The shape of one input, e.g. `[28, 28, 1]`. */
  readonly inputShape: readonly number[];
  /** The classes in the order of their labels; empty for regression. */
  readonly classNames: readonly string[];
  /** What the columns of `x` are called, for tables. */
  readonly featureNames?: readonly string[];
  /** What `y` holds, with its unit, for axes and tables; none for classes. */
  readonly targetName?: string;
  /** Mean and standard deviation of the targets of the training rows, where values are predicted and they are known. */
  readonly targetStatistics?: { readonly mean: number; readonly deviation: number };
  /** The number of rows of each part. */
  readonly size: { readonly train: number; readonly validation?: number; readonly test: number };
  /**
   * How raw rows become inputs, for data that are not used as they come: what `load` did, in JSON, to be kept beside a model so that new rows
   * go the same way.
   */
  readonly preparation?: Readonly<Record<string, unknown>>;
  /** The files it is downloaded from; none when it is generated, or one's own. */
  readonly files: readonly DatasetFile[];
  /** Where the files come from, best first. */
  readonly mirrors: readonly DatasetMirror[];
  /** Empty, as the citation and the homepage, for data of one's own. */
  readonly license: string;
  readonly citation: string;
  readonly homepage: string;
  /** What calls for care in using it. */
  readonly note?: string;
}

/** How far loading has come. */
export interface LoadProgress {
  /** The name of the file that is being read. */
  readonly file: string;
  /** Where it comes from: a mirror's address, a folder or `cache`. */
  readonly source: string;
  /** Bytes of this file so far. */
  readonly loadedBytes: number;
  /** The size of this file in bytes. */
  readonly totalBytes: number;
}

/** What every dataset's `load` takes. */
export interface LoadOptions {
  /** Stops the load; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called as bytes arrive. */
  readonly onProgress?: ((progress: LoadProgress) => void) | undefined;
  /**
   * Where files are kept between loads.
   *
   * @default in Node the file cache, then those of Keras and torchvision, which are only read; in browsers `browserCache()`
   */
  readonly cache?: Cache | undefined;
  /**
   * A folder or address to read from **instead of** the dataset's own mirrors; it holds `<dataset name>/<file name>`. In a folder the
   * files may also be unzipped, or laid out as torchvision's.
   *
   * A file that is missing or wrong there is an error: whoever names a mirror wants no other server asked.
   */
  readonly mirror?: string | undefined;
  /**
   * Read from the cache and a mirror folder only.
   *
   * @default false
   */
  readonly offline?: boolean | undefined;
  /**
   * The one part to read: the other has 0 rows, and its files are not asked for. Validation goes with training.
   *
   * @default both
   */
  readonly split?: "train" | "test" | undefined;
  /** At most this many rows of each part, or of the part that is named; a part of 0 rows is not even read. */
  readonly limit?:
    | number
    | {
        readonly train?: number | undefined;
        readonly validation?: number | undefined;
        readonly test?: number | undefined;
      }
    | undefined;
}

/** A dataset that can be loaded. */
export interface Dataset<X extends TypedArray = TypedArray, Y extends TypedArray = TypedArray>
  extends DatasetCard {
  /**
   * Loads the dataset, file by file: from the cache, else from `mirror`, else from the first of the dataset's mirrors that
   * serves the right bytes. What did not come from the cache goes there.
   *
   * @throws {DatasetError} with the code that says why
   */
  load(options?: LoadOptions): Promise<TrainTest<X, Y>>;
}
