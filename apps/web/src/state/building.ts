import { type ReadonlySignal, signal } from "@preact/signals";
import type { BatchEvent, History } from "@minibatch/training";
import { type Failure, failureOf } from "../worker/Failure.ts";
import type { BuildSetup } from "../worker/build/BuildSetup.ts";
import type { NetworkView } from "../worker/build/networkView.ts";
import type { PixelPlace } from "../worker/build/pixelSum.ts";
import type { NewNetwork } from "../worker/commands/openNetwork.ts";
import type { NetworkFrame, TrainNetworkInput } from "../worker/commands/trainNetwork.ts";
import { builder } from "../worker/workers.ts";
import { addPoint, type CurvePoint } from "./curvePoints.ts";
import { copiedHistory, grownHistory } from "./grownHistory.ts";

/** The network that one builds, as the page sees it. */
export interface Building {
  readonly setup: BuildSetup;
  readonly status: "opening" | "ready" | "playing" | "failed";
  /** Once it is open. */
  readonly network?: NewNetwork;
  /** As it is now. */
  readonly view?: NetworkView;
  /** Batches so far. */
  readonly batches: number;
  readonly batch?: BatchEvent;
  readonly points: readonly CurvePoint[];
  readonly history: History;
  /** What the watched images were taken for at the end of the epoch before, and of the last one. */
  readonly answers: readonly [before: readonly number[], last: readonly number[]];
  readonly failure?: Failure;
}

const current = signal<Building | undefined>(undefined);
const pinned = signal(0);
const looked = signal<PixelPlace | undefined>(undefined);
let controller = new AbortController();
/** How the network plays, or is to play once it is open; nothing while it waits. */
let next: TrainNetworkInput | undefined;
/** Counts what was opened: what comes late, from a network that is gone, is dropped. */
let generation = 0;

/** The network that is open. */
export const building: ReadonlySignal<Building | undefined> = current;

/** Which of the watched images is looked through the network. */
export const pinnedSample: ReadonlySignal<number> = pinned;

/** Which number of a map is taken apart. */
export const lookedAtPixel: ReadonlySignal<PixelPlace | undefined> = looked;

/**
 * Opens a network with new weights, in place of the one before.
 *
 * @param then how it is to play once it is open; it waits without
 */
export async function openBuilding(setup: BuildSetup, then?: TrainNetworkInput): Promise<void> {
  next = then;
  controller.abort();
  generation += 1;
  collected = undefined;
  looked.value = undefined;
  const own = generation;
  const old = current.value;
  const sameData = JSON.stringify(old?.setup.source) === JSON.stringify(setup.source);
  if (!sameData) pinned.value = 0;
  current.value = {
    setup,
    status: "opening",
    // The pictures of before stay until there are others, so that nothing jumps.
    ...(sameData && old?.network && { network: old.network }),
    batches: 0,
    points: [],
    history: copiedHistory({ loss: [] }),
    answers: [[], []],
  };
  try {
    const network = await builder.get().call("openNetwork", { ...setup, pinned: pinned.value });
    if (own !== generation) return;
    change({
      status: "ready",
      network,
      view: network.view,
      answers: [answersOf(network.view), answersOf(network.view)],
    });
    if (next) await playBuilding(next);
  } catch (error) {
    if (own === generation) change({ status: "failed", failure: failureOf(error) });
  }
}

/** Trains until {@link pauseBuilding}, or for as many batches as it is told. */
export async function playBuilding(how: TrainNetworkInput): Promise<void> {
  const { status } = current.value ?? {};
  if (status !== "ready" && status !== "opening") return;
  next = how;
  if (status === "opening") return;
  controller = new AbortController();
  const { signal } = controller;
  const own = generation;
  change({ status: "playing" });
  try {
    await builder.get().call("trainNetwork", how, {
      signal,
      onEvent: (frame) => {
        if (own === generation) collect(frame);
      },
    });
    showCollected();
    // Not where it plays on, otherwise, already.
    if (own === generation && controller.signal === signal) {
      next = undefined;
      change({ status: "ready" });
    }
  } catch (error) {
    if (own === generation) change({ status: "failed", failure: failureOf(error) });
  }
}

/** Stops after the batch that is being computed. */
export function pauseBuilding(): void {
  next = undefined;
  controller.abort();
}

/** Whether the network that is open, or about to be, is this one. */
export function isOpen(setup: BuildSetup): boolean {
  return JSON.stringify(current.value?.setup) === JSON.stringify(setup);
}

/** Whether it goes on and on, or will as soon as it is open. */
export function isPlaying(): boolean {
  return next !== undefined && next.batches === undefined;
}

/** Goes on otherwise, with another learning rate for example, where it plays. */
export async function changePlaying(how: TrainNetworkInput): Promise<void> {
  if (current.value?.status !== "playing") return;
  controller.abort();
  change({ status: "ready" });
  await playBuilding(how);
}

/** Looks another one of the watched images through the network. */
export async function pinSample(index: number): Promise<void> {
  pinned.value = index;
  const own = generation;
  await builder.get().call("pinSample", index);
  if (current.value?.status !== "ready") return;
  const view = await builder.get().call("viewNetwork", undefined);
  if (own === generation) change({ view });
}

/** Takes a number of a map apart, or none. */
export async function lookAtPixel(place: PixelPlace | undefined): Promise<void> {
  looked.value = place;
  await builder.get().call("lookAtPixel", place);
  if (place === undefined || isLooking) return;
  isLooking = true;
  const own = generation;
  try {
    // A pointer passes many on its way: those that it has left are not computed.
    for (let shown: unknown; shown !== looked.value && current.value?.status === "ready"; ) {
      shown = looked.value;
      const view = await builder.get().call("viewNetwork", undefined);
      if (own === generation) change({ view });
    }
  } finally {
    isLooking = false;
  }
}

/** Whether a picture of the network is on its way for the number that is looked at. */
let isLooking = false;

/** What came since the page was drawn: a page that is slow draws all of it at once, instead of falling behind. */
let collected: NetworkFrame | undefined;

function collect(frame: NetworkFrame): void {
  if (collected) {
    const { batches, epochs } = collected;
    collected = {
      view: frame.view,
      batch: frame.batch ?? collected.batch,
      batches: batches + frame.batches,
      epochs: [...epochs, ...frame.epochs],
    };
    return;
  }
  collected = frame;
  // A page that nobody sees draws no frames.
  if (document.hidden) showCollected();
  else requestAnimationFrame(showCollected);
}

function showCollected(): void {
  const { value } = current;
  const frame = collected;
  collected = undefined;
  if (!value || !frame) return;
  const { batches, batch, epochs, view } = frame;
  const { answers } = value;
  change({
    batches: value.batches + batches,
    ...(batch && { batch, points: addPoint(value.points, batch, value.batch) }),
    history: grownHistory(value.history, epochs),
    answers: epochs.length > 0 ? [answers[1], answersOf(view)] : answers,
    view,
  });
}

function answersOf(view: NetworkView): readonly number[] {
  return view.kind === "images" ? view.answers : [];
}

function change(changes: Partial<Building>): void {
  if (current.value) current.value = { ...current.value, ...changes };
}
