/** What a data set or an attribute holds, row-major. */
export interface Hdf5Array {
  readonly shape: readonly number[];
  readonly data: Float32Array | Int32Array | readonly string[];
}

/** A group of an HDF5 file: named groups and data sets. */
export interface Hdf5Group {
  readonly kind: "group";
  readonly attributes: ReadonlyMap<string, Hdf5Array>;
  readonly children: ReadonlyMap<string, Hdf5Node>;
}

/** A data set of an HDF5 file. */
export interface Hdf5Dataset {
  readonly kind: "dataset";
  readonly attributes: ReadonlyMap<string, Hdf5Array>;
  readonly shape: readonly number[];
  /** Reads, unzips and converts the values. */
  read(): Promise<Hdf5Array>;
}

/** What a name in an HDF5 file stands for. */
export type Hdf5Node = Hdf5Group | Hdf5Dataset;
