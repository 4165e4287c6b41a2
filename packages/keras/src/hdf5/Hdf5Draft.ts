/** What to write for a name: a group with what is in it, or the values of a data set. */
export type Hdf5Draft = Hdf5GroupDraft | Hdf5Values;

/** A group to write. */
export interface Hdf5GroupDraft {
  /** Texts beside the group; written by `textAttributes` alone. */
  readonly attributes?: Readonly<Record<string, string | readonly string[]>>;
  readonly children: Map<string, Hdf5Draft>;
}

/** Values to write, row-major. */
export interface Hdf5Values {
  readonly shape: readonly number[];
  readonly data: Float32Array | Int32Array;
}
