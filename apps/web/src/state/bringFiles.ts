import { type ReadonlySignal, signal } from "@preact/signals";
import { type Failure, failureOf } from "../worker/Failure.ts";
import { addClass, addPictures, openClassFolders, openClassZip, ownClasses } from "./ownPictures.ts";

/** What of the files that were brought last is no picture. */
export interface Brought {
  /** One that is a table. */
  readonly table?: File | undefined;
  /** Why a zip could not be opened. */
  readonly failure?: Failure;
}

const current = signal<Brought>({});

/** What there is to say about the files that were brought last. */
export const brought: ReadonlySignal<Brought> = current;

/**
 * Takes files as a person brings them: pictures go into a class, a zip and a folder of folders are classes, a table is no picture.
 *
 * @param to the class, where one is meant
 * @param newName what a new class is called
 */
export async function bringFiles(
  files: readonly File[],
  to: number | undefined,
  newName: () => string,
): Promise<void> {
  const shown = files.filter(({ name }) => !name.startsWith("."));
  const tables = shown.filter(({ name }) => tableName.test(name));
  const zips = shown.filter(({ name }) => /\.zip$/i.test(name));
  const pictures = shown.filter((file) => !tables.includes(file) && !zips.includes(file));
  current.value = { table: tables[0] };
  const folders = new Set(pictures.map(folderOf));
  if (folders.size > 1 || (to === undefined && !folders.has(""))) openClassFolders(pictures);
  else if (pictures.length > 0) addPictures(to ?? emptyClass() ?? addClass(newName()), pictures);
  try {
    for (const zip of zips) await openClassZip(zip);
  } catch (error) {
    current.value = { ...current.peek(), failure: failureOf(error) };
  }
}

/** Says no more of them. */
export function forgetBrought(): void {
  current.value = {};
}

const tableName = /\.(?:csv|tsv|jsonl?|parquet|xlsx?|ods)(?:\.gz)?$/i;

/** The folder that a file lies in; "" for one alone. */
function folderOf({ webkitRelativePath }: File): string {
  return webkitRelativePath.split("/").at(-2) ?? "";
}

function emptyClass(): number | undefined {
  return ownClasses.peek().find(({ pictures }) => pictures.length === 0)?.id;
}
