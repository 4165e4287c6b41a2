import { effect, type ReadonlySignal, signal } from "@preact/signals";
import { type Failure, failureOf } from "../worker/Failure.ts";
import type { OwnPictures } from "../storage/ownRun.ts";
import type { PicturesSource } from "../worker/own/OwnSource.ts";
import { ownTrainer } from "../worker/workers.ts";
import { type OwnClass, ownClasses, picturePath } from "./ownPictures.ts";

/** What came of looking through the pictures. */
export interface OwnLook {
  /** What is found in them; of before until it is known anew. */
  readonly found?: OwnPictures;
  /** Why nothing can be trained on them. */
  readonly failure?: Failure;
}

/** Pictures that come one after the other are looked at together, in milliseconds. */
const pause = 300;

const current = signal<OwnLook>({});
let controller = new AbortController();
let timer: ReturnType<typeof setTimeout> | undefined;

/** What is in the pictures of the page, and what of them cannot be used; it follows them. */
export const ownLook: ReadonlySignal<OwnLook> = current;

/** The pictures as a worker takes them. */
export function picturesSource(classes: readonly OwnClass[]): PicturesSource {
  const pictures = classes.flatMap((each) =>
    each.pictures.map((picture) => ({ path: picturePath(each, picture), file: picture.file })),
  );
  return { kind: "pictures", pictures };
}

/** Looks through the pictures as long as somebody wants to know: gives what ends it. */
export function followPictures(): () => void {
  return effect(() => {
    const classes = ownClasses.value;
    controller.abort();
    controller = new AbortController();
    clearTimeout(timer);
    if (classes.filter(({ pictures }) => pictures.length > 0).length < 2) current.value = {};
    else timer = setTimeout(() => void look(classes, controller.signal), pause);
  });
}

async function look(classes: readonly OwnClass[], signal: AbortSignal): Promise<void> {
  try {
    const found = await ownTrainer.get().call("lookAtPictures", picturesSource(classes), { signal });
    if (!signal.aborted) current.value = { found };
  } catch (error) {
    if (!signal.aborted) current.value = { failure: failureOf(error) };
  }
}
