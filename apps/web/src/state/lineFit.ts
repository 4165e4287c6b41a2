import { type ReadonlySignal, signal } from "@preact/signals";
import { type Failure, failureOf } from "../worker/Failure.ts";
import type { FitLineInput, LineEpoch } from "../worker/commands/fitLine.ts";
import type { LineSamples, LineSource } from "../worker/lineSamples.ts";
import { lineFitter } from "../worker/workers.ts";

/** The points of the page, on their way, there, or why not. */
export type LinePoints =
  | { readonly key: string; readonly status: "loading" }
  | { readonly key: string; readonly status: "failed"; readonly failure: Failure }
  | { readonly key: string; readonly status: "open"; readonly samples: LineSamples };

/** A line that is or was fitted. */
export interface LineFit {
  readonly input: FitLineInput;
  readonly status: "running" | "done" | "stopped" | "failed";
  /** What it was after each epoch. */
  readonly epochs: readonly LineEpoch[];
  /** Why it failed. */
  readonly failure?: Failure;
}

const points = signal<LinePoints | undefined>(undefined);
const fit = signal<LineFit | undefined>(undefined);
let controller = new AbortController();

/** The points that were opened last. */
export const linePoints: ReadonlySignal<LinePoints | undefined> = points;

/** The line that was fitted last. */
export const lineFit: ReadonlySignal<LineFit | undefined> = fit;

/** Opens points, unless they are open or on their way; a line through other points is put away. */
export async function openLine(source: LineSource): Promise<void> {
  const key = keyOf(source);
  if (points.value?.key === key && points.value.status !== "failed") return;
  clearLine();
  points.value = { key, status: "loading" };
  try {
    const samples = await lineFitter.get().call("readLine", source);
    if (points.value.key === key) points.value = { key, status: "open", samples };
  } catch (error) {
    if (points.value.key === key) points.value = { key, status: "failed", failure: failureOf(error) };
  }
}

/** Fits a line from the start. */
export async function startLine(input: FitLineInput): Promise<void> {
  clearLine();
  const own = new AbortController();
  controller = own;
  fit.value = { input, status: "running", epochs: [] };
  const change = (changes: Partial<LineFit>): void => {
    if (controller === own && fit.value) fit.value = { ...fit.value, ...changes };
  };
  try {
    await lineFitter.get().call("fitLine", input, {
      signal: own.signal,
      onEvent: (epoch) => change({ epochs: [...(fit.value?.epochs ?? []), epoch] }),
    });
    change({ status: "done" });
  } catch (error) {
    change(own.signal.aborted ? { status: "stopped" } : { status: "failed", failure: failureOf(error) });
  }
}

/** Stops after the batch that is being computed; the line stays where it is. */
export function stopLine(): void {
  controller.abort();
}

function clearLine(): void {
  controller.abort();
  controller = new AbortController();
  fit.value = undefined;
}

function keyOf(source: LineSource): string {
  return source.dataset === "drawn" ? source.dataset : `${source.dataset}/${source.feature}`;
}
