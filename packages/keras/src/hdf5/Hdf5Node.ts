import type { Message } from "./Hdf5Object.ts";

/** What a data set or an attribute holds, row-major. */
export interface Hdf5Array {
  readonly shape: readonly number[];
  readonly data: Float32Array | Int32Array | readonly string[];
}

/** A data set of an HDF5 file. */
export interface Hdf5Dataset {
  readonly shape: readonly number[];
  /** Reads, unzips and converts the values. */
  read(): Promise<Hdf5Array>;
}

/** What a name in an HDF5 file stands for: a group with what is in it, or a data set. */
export interface Hdf5Node {
  /** What it says of itself, its attributes among it. */
  readonly messages: readonly Message[];
  readonly children: ReadonlyMap<string, Hdf5Node>;
  readonly dataset?: Hdf5Dataset;
}
