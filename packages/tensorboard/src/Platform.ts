/** What the platform does for this package. */
export interface Platform {
  /** Makes a file in a folder; where the name is taken, another one that sorts behind it. */
  openFile(folder: string, name: string): AppendedFile;
}

/** A file that grows. */
export interface AppendedFile {
  readonly path: string;
  readonly append: (bytes: Uint8Array) => void;
  readonly close: () => void;
}
