import { signal } from "@preact/signals";
import type { NdArray } from "@minibatch/datasets";
import type { OpenModel } from "../worker/commands/openModel.ts";
import type { OutputOf } from "../worker/protocol.ts";
import { recognizer } from "../worker/workers.ts";
import { modelReference } from "./modelReference.ts";

/** What the network makes of a digit. */
export interface Recognition {
  readonly digit: Uint8Array;
  /** Of each class, 0 to 1. */
  readonly probabilities: Float32Array;
  /** What each convolution puts out; those of the digit before until they are there. */
  readonly maps: OutputOf<"featureMaps">;
  /** From the call to the answer. */
  readonly milliseconds: number;
}

/** The model that recognizes: on its way, there, or why not. */
export const recognizingModel = signal<OpenModel | "opening" | Error>("opening");

/** What was recognized last; nothing on an empty page. */
export const recognition = signal<Recognition | undefined>(undefined);

let openId: string | undefined;
let opening = new AbortController();
let wanted: Uint8Array | undefined;
let busy = false;

/** Opens a model to recognize with, in place of the one before; the digit on the page is recognized again. */
export async function openRecognizer(id: string): Promise<void> {
  if (openId === id) return;
  openId = id;
  opening.abort();
  opening = new AbortController();
  const { signal } = opening;
  recognizingModel.value = "opening";
  recognition.value = undefined;
  try {
    const opened = await recognizer.get().call("openModel", { model: modelReference(id) }, { signal });
    if (signal.aborted) return;
    recognizingModel.value = opened;
    void answer();
  } catch (error) {
    if (signal.aborted) return;
    fail(error);
  }
}

/**
 * Has a digit recognized as soon as the one before is: of several that come meanwhile, the last.
 *
 * @param digit 28 x 28 bytes; none for an empty page
 */
export function recognize(digit: Uint8Array | undefined): void {
  wanted = digit;
  if (!digit) recognition.value = undefined;
  void answer();
}

async function answer(): Promise<void> {
  const digit = wanted;
  const model = recognizingModel.peek();
  if (busy || !digit || model === "opening" || model instanceof Error) return;
  busy = true;
  // Another one may be opened meanwhile: what the one before says is of no use then.
  const isCurrent = (): boolean => recognizingModel.peek() === model;
  try {
    const x: NdArray = { data: digit, shape: [1, 28, 28, 1] };
    const started = performance.now();
    const { data } = await recognizer.get().call("predict", { x });
    const milliseconds = performance.now() - started;
    if (wanted && isCurrent()) {
      recognition.value = {
        digit,
        probabilities: data,
        maps: recognition.peek()?.maps ?? [],
        milliseconds,
      };
    }
    if (wanted === digit && isCurrent()) await showMaps(x);
  } catch (error) {
    if (isCurrent()) fail(error);
  } finally {
    busy = false;
  }
  if (wanted !== digit || !isCurrent()) void answer();
}

/** Whoever asks for the model again opens it again. */
function fail(error: unknown): void {
  openId = undefined;
  recognizingModel.value = error instanceof Error ? error : new Error(String(error));
}

async function showMaps(x: NdArray): Promise<void> {
  const maps = await recognizer.get().call("featureMaps", { x });
  const shown = recognition.peek();
  if (shown && shown.digit === x.data) recognition.value = { ...shown, maps };
}
