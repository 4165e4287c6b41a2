/** A file that may be a picture. */
export interface SourceFile {
  /** Where it lies below the top of the source, with slashes. */
  readonly path: string;
  /** Its size in bytes. */
  readonly bytes: number;
  /** Changes whenever the file does, as far as the source can tell without reading it. */
  readonly stamp: string;
  read(): Promise<Uint8Array>;
}

/** Where pictures come from, listed: no file is read yet. */
export interface PictureSource {
  /** What it is called: the name of the folder or archive. */
  readonly name: string;
  /** The same for the same place, so that what was decoded can be found again. */
  readonly id: string;
  readonly files: readonly SourceFile[];
  /** Folders below the top that are known to be there, also those without a file. */
  readonly folders: readonly string[];
  /** Gives back what is held open. */
  close(): Promise<void>;
}
