import type { RecipeEvent } from "@minibatch/recipes";
import { expect, it } from "vitest";
import { sparingly } from "../src/worker/sparingly.ts";
import { type ThinnedEvent, thinned } from "../src/worker/thinned.ts";

/** The events of a run, each so many milliseconds after the one before, as a page hears of them. */
function heard(epochs: number, batches: number, milliseconds: number): ThinnedEvent[] {
  const events: ThinnedEvent[] = [];
  const clock = { now: 0 };
  const report = thinned(
    (event) => events.push(event),
    () => clock.now,
  );
  const tell = (event: RecipeEvent): void => {
    clock.now += milliseconds;
    report(event);
  };
  for (let epoch = 1; epoch <= epochs; epoch += 1) {
    for (let batch = 1; batch <= batches; batch += 1) {
      tell({ type: "batch", epoch, epochs, batch, batches, logs: { loss: epoch } });
    }
    tell({ type: "epoch", epoch, epochs, logs: { loss: epoch }, seconds: 1, samplesPerSecond: 1 });
  }
  tell({ type: "test", done: 1, total: 1 });
  return events;
}

/** The epochs of all events, in their order. */
function epochsOf(events: readonly ThinnedEvent[]): number[] {
  return events.flatMap((event) => (event.type === "epochs" ? event.epochs.map(({ epoch }) => epoch) : []));
}

it("thinned(emit) passes on some batches of a long epoch, its last one among them, and the epoch at once", () => {
  const events = heard(2, 1000, 10);
  const batches = events.flatMap((event) => (event.type === "batch" ? [event.batch] : []));
  // Each eighth of 80 ms, and 1,000 of each epoch.
  expect(batches.length).toBeLessThan(2 * 130);
  expect(batches.filter((batch) => batch === 1000)).toHaveLength(2);
  expect(epochsOf(events)).toEqual([1, 2]);
  expect(events.at(-1)?.type).toBe("test");
});

it("thinned(emit) passes on every one of 200,000 short epochs, in order, in as few events as a page can draw", () => {
  const events = heard(200_000, 1, 0.05);
  // 20 seconds have room for 250 pictures; a batch comes with each.
  expect(events.length).toBeLessThan(2 * 251 + 2);
  const epochs = epochsOf(events);
  expect(epochs).toHaveLength(200_000);
  expect(epochs.every((epoch, at) => epoch === at + 1)).toBe(true);
});

it("sparingly(act) leaves out what would take more than a tenth of the time, but never the first or what must be", async () => {
  const clock = { now: 0 };
  const done: number[] = [];
  const act = sparingly(
    async (value: number) => {
      clock.now += 5;
      done.push(value);
    },
    () => clock.now,
  );
  for (let epoch = 1; epoch <= 100; epoch += 1) {
    clock.now += 1;
    await act(epoch, epoch === 100);
  }
  // 5 ms, then 50 epochs of 1 ms.
  expect(done).toEqual([1, 51, 100]);
});
