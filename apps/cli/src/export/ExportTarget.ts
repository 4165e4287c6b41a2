import type { LoadedModel } from "@minibatch/models";

/** A format that a model can leave in. */
export interface ExportTarget {
  /** What `--to` takes. */
  readonly name: string;
  /** What it is, in a few words, for the help. */
  readonly title: string;
  /** The ending of the file, or of the folder where there are several files. */
  readonly ending: string;
  /** Makes the file; or the files, by their names, that lie in a folder. */
  encode(loaded: LoadedModel): Promise<Uint8Array | ReadonlyMap<string, Uint8Array>>;
}
