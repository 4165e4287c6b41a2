import type { DatasetFile } from "../Dataset.ts";

/** A file of a dataset as a cache keeps it, or not. */
export interface CachedFile {
  readonly file: DatasetFile;
  /** Its key in the cache: `<dataset name>/<file name>`. */
  readonly key: string;
  /** `present` is what nobody has looked into; `whole` and `damaged` is what the checksum says. */
  readonly state: "missing" | "present" | "whole" | "damaged";
}
