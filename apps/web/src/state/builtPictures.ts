import { effect, type ReadonlySignal, signal } from "@preact/signals";
import { type Failure, failureOf } from "../worker/Failure.ts";
import type { PicturesShape } from "../worker/commands/openPictures.ts";
import { builder } from "../worker/workers.ts";
import { picturesSource } from "./ownLook.ts";
import { type OwnClass, ownClasses } from "./ownPictures.ts";

/** The pictures of one's own, as a network that one builds learns from them. */
export interface BuiltPictures {
  readonly status: "none" | "looking" | "open" | "failed";
  /** Counts what was opened: other pictures have another number. */
  readonly version: number;
  /** Once they are open; of before until they are open anew. */
  readonly shape?: PicturesShape;
  readonly failure?: Failure;
}

const current = signal<BuiltPictures>({ status: "none", version: 0 });
/** The classes that are open, or on their way. */
let followed: readonly OwnClass[] | undefined;
let controller = new AbortController();

/** What became of opening the pictures of one's own for Build. */
export const builtPictures: ReadonlySignal<BuiltPictures> = current;

/** Opens the pictures of the page Your data whenever they are others: gives what ends it. */
export function openOwnPictures(): () => void {
  return effect(() => {
    const classes = ownClasses.value;
    if (classes !== followed) void open(classes);
  });
}

async function open(classes: readonly OwnClass[]): Promise<void> {
  followed = classes;
  controller.abort();
  controller = new AbortController();
  const { signal } = controller;
  const { version } = current.peek();
  if (classes.filter(({ pictures }) => pictures.length > 0).length < 2) {
    current.value = { status: "none", version };
    return;
  }
  current.value = { ...current.peek(), status: "looking" };
  try {
    const shape = await builder.get().call("openPictures", picturesSource(classes), { signal });
    if (!signal.aborted) current.value = { status: "open", version: version + 1, shape };
  } catch (error) {
    if (!signal.aborted) current.value = { status: "failed", version, failure: failureOf(error) };
  }
}
