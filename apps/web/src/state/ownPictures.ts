import { type ReadonlySignal, signal } from "@preact/signals";
import { ownTrainer } from "../worker/workers.ts";
import { filedAt } from "./filedAt.ts";
import { freeName } from "./freeName.ts";

/** A picture of one's own. */
export interface OwnPicture {
  readonly id: number;
  /** No other picture has it. */
  readonly name: string;
  readonly file: File;
  /** Shows it, until it is taken out. */
  readonly url: string;
}

/** A class of pictures of one's own. */
export interface OwnClass {
  readonly id: number;
  /** No other class has it, and it could be that of a folder. */
  readonly name: string;
  readonly pictures: readonly OwnPicture[];
  /** Whether somebody has given it its name. */
  readonly isNamed?: true;
}

/** More classes than so many are not filled by hand; a folder may have 256. */
const mostClasses = 256;

let lastId = 0;
const nextId = (): number => (lastId += 1);
const current = signal<readonly OwnClass[]>([]);

/** The classes of the page, in the order in which they were made; they go with the page. */
export const ownClasses: ReadonlySignal<readonly OwnClass[]> = current;

/** Makes a class without pictures. @returns its id */
export function addClass(name: string): number {
  const id = nextId();
  const names = new Set(current.value.map((each) => each.name));
  current.value = [...current.value, { id, name: freeName(folderName(name), names), pictures: [] }];
  return id;
}

/** Gives a class another name; one that another class has gets a number. */
export function renameClass(id: number, name: string): void {
  const names = new Set(current.value.filter((each) => each.id !== id).map((each) => each.name));
  change(id, (each) => ({ ...each, name: freeName(folderName(name) || each.name, names), isNamed: true }));
}

/** Takes a class away with its pictures. */
export function removeClass(id: number): void {
  const gone = current.value.find((each) => each.id === id);
  for (const { url } of gone?.pictures ?? []) URL.revokeObjectURL(url);
  current.value = current.value.filter((each) => each.id !== id);
}

/** Puts files into a class; what of them are pictures is found out later, by looking into them. */
export function addPictures(id: number, files: Iterable<File>): void {
  const names = new Set(current.value.flatMap(({ pictures }) => pictures.map(({ name }) => name)));
  const added = Array.from(files, (file): OwnPicture => {
    const name = freeName(file.name, names);
    names.add(name);
    return { id: nextId(), name, file, url: URL.createObjectURL(file) };
  });
  change(id, (each) => ({ ...each, pictures: [...each.pictures, ...added] }));
}

/** Takes a picture out. */
export function removePicture({ id, url }: OwnPicture): void {
  URL.revokeObjectURL(url);
  current.value = current.value.map((each) => ({
    ...each,
    pictures: each.pictures.filter((picture) => picture.id !== id),
  }));
}

/** Puts a picture into another class. */
export function movePicture(picture: OwnPicture, to: number): void {
  current.value = current.value.map((each) => {
    const others = each.pictures.filter(({ id }) => id !== picture.id);
    return { ...each, pictures: each.id === to ? [...others, picture] : others };
  });
}

/** Opens a folder, with a folder for each class in it: the last folder of a picture is its class. */
export function openClassFolders(files: Iterable<File>): void {
  const byClass = new Map<string, File[]>();
  for (const file of files) {
    const steps = file.webkitRelativePath.split("/");
    if (steps.length < 2 || steps.some((step) => step.startsWith("."))) continue;
    const name = steps.at(-2) as string;
    const pictures = byClass.get(name) ?? [];
    pictures.push(file);
    byClass.set(name, pictures);
  }
  // Those that wait for a name and for pictures are not needed any more.
  if (byClass.size > 1) {
    current.value = current.value.filter(({ pictures, isNamed }) => isNamed || pictures.length > 0);
  }
  for (const [name, pictures] of [...byClass].slice(0, mostClasses)) {
    const there = current.value.find((each) => each.name === folderName(name));
    addPictures(there?.id ?? addClass(name), pictures);
  }
}

/** Opens a zip of such a folder. @throws {WorkerError} */
export async function openClassZip(file: File): Promise<void> {
  const unpacked = await ownTrainer.get().call("unpackPictures", { file });
  openClassFolders(
    unpacked.map(({ path, bytes }) => {
      const picture = new File([bytes], path.split("/").at(-1) ?? path);
      return filedAt(picture, path);
    }),
  );
}

/** Where a picture lies, as it is named in results: class and name. */
export function picturePath({ name }: OwnClass, picture: OwnPicture): string {
  return `${name}/${picture.name}`;
}

function change(id: number, by: (each: OwnClass) => OwnClass): void {
  current.value = current.value.map((each) => (each.id === id ? by(each) : each));
}

/** A name that a folder could have, so that a zip of it is read as it was here. */
function folderName(name: string): string {
  return name
    .normalize("NFC")
    .replace(/[/\\]+/g, " ")
    .trim()
    .replace(/^\.+/, "");
}
