import { ImageError } from "../ImageError.ts";
import type { PictureSource, SourceFile } from "../sources/PictureSource.ts";
import { byCodeUnits } from "./byCodeUnits.ts";
import { isHidden } from "../sources/isHidden.ts";

/** The parts of a dataset. */
export type Part = "train" | "validation" | "test";

/** A file and what its place says of it. */
export interface PlacedFile {
  readonly file: SourceFile;
  /** Its number among the class names. */
  readonly label: number;
  /** Undefined where the pictures are yet to be split. */
  readonly part: Part | undefined;
}

/** How a source is laid out. */
export interface Layout {
  /** Sorted by code units. */
  readonly classNames: readonly string[];
  /** Sorted by path. */
  readonly placed: readonly PlacedFile[];
  /** Files that lie beside the folders of the classes. */
  readonly outside: readonly SourceFile[];
  /** Whether the source has folders for its parts, such as `train` and `test`. */
  readonly readySplit: boolean;
}

/** Labels are bytes. */
const MAX_CLASSES = 256;

const partNames: Readonly<Record<string, Part>> = {
  train: "train",
  training: "train",
  val: "validation",
  valid: "validation",
  validation: "validation",
  test: "test",
  testing: "test",
};

/**
 * Finds the classes: one folder each, at the top or below folders of the parts; a single folder around everything is
 * opened.
 *
 * @throws {ImageError} `NO_CLASSES`, `ONE_CLASS`
 */
export function readLayout(source: PictureSource): Layout {
  const visible = ({ path }: { path: string }) => !path.split("/").some(isHidden);
  const files = source.files.filter(visible);
  const folders = source.folders.map((path) => ({ path })).filter(visible);
  // Where a folder begins that holds all the rest.
  let root = "";
  for (;;) {
    const names = foldersIn(root, files, folders);
    const [only = ""] = names;
    const wraps = names.length === 1 && foldersIn(`${root}${only}/`, files, folders).length > 0;
    if (!wraps) return layoutAt(root, names, files, folders, source.name);
    root += `${only}/`;
  }
}

function layoutAt(
  root: string,
  names: readonly string[],
  files: readonly SourceFile[],
  folders: readonly { readonly path: string }[],
  title: string,
): Layout {
  if (names.length === 0) {
    throw new ImageError(
      "NO_CLASSES",
      `${title} has no sub-folders, and ${files.length === 1 ? "1 file" : `${files.length} files`}: ` +
        "put the pictures of each class into a folder of its own, such as cat/ and dog/",
    );
  }
  const parts = new Map(names.map((name) => [name, partNames[name.toLowerCase()]]));
  // "train" may be a class, beside "car" and "plane": a part has folders in it.
  const train = names.find((name) => parts.get(name) === "train");
  const readySplit = train !== undefined && foldersIn(`${root}${train}/`, files, folders).length > 0;
  const classes = new Set<string>();
  const tops = readySplit ? names.filter((name) => parts.get(name)).map((name) => `${root}${name}/`) : [root];
  for (const top of tops) for (const name of foldersIn(top, files, folders)) classes.add(name);
  const classNames = [...classes].sort(byCodeUnits);
  const labels = new Map(classNames.map((name, label) => [name, label]));
  const placed: PlacedFile[] = [];
  const outside: SourceFile[] = [];
  for (const file of files) {
    const steps = file.path.slice(root.length).split("/");
    const part = readySplit ? parts.get(steps[0] ?? "") : undefined;
    const depth = readySplit ? 1 : 0;
    const label = steps.length > depth + 1 ? labels.get(steps[depth] ?? "") : undefined;
    const inside = file.path.startsWith(root) && (part !== undefined || !readySplit);
    if (!inside || label === undefined) outside.push(file);
    else placed.push({ file, label, part });
  }
  if (classNames.length < 2) {
    const only = classNames[0] === undefined ? "no class" : `one class, ${classNames[0]}`;
    throw new ImageError(
      classNames.length === 0 ? "NO_CLASSES" : "ONE_CLASS",
      `${title} has ${only}: two or more folders are needed, one for each class`,
    );
  }
  if (classNames.length > MAX_CLASSES) {
    throw new ImageError(
      "INVALID_ARGUMENT",
      `${title} has ${classNames.length} folders: at most ${MAX_CLASSES} classes are read, and the class of a picture is its first folder`,
    );
  }
  placed.sort((a, b) => byCodeUnits(a.file.path, b.file.path));
  return { classNames, placed, outside, readySplit };
}

/** The names of the folders in a folder, sorted. */
function foldersIn(
  prefix: string,
  files: readonly { readonly path: string }[],
  folders: readonly { readonly path: string }[],
): string[] {
  const names = new Set<string>();
  const add = (path: string, isFolder: boolean) => {
    if (!path.startsWith(prefix)) return;
    const [name = "", ...rest] = path.slice(prefix.length).split("/");
    if (name !== "" && (isFolder || rest.length > 0)) names.add(name);
  };
  for (const { path } of files) add(path, false);
  for (const { path } of folders) add(path, true);
  return [...names].sort(byCodeUnits);
}
