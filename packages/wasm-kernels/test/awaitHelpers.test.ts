import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { awaitHelpers } from "../src/awaitHelpers.ts";
import type { Helper } from "../src/Helper.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A thread that does what it is told, and no more. */
function fakeHelper() {
  const calls = { up() {}, gone(_reason: string) {}, released: false };
  const helper: Helper = {
    onUp: (listener) => void (calls.up = listener),
    onGone: (listener) => void (calls.gone = listener),
    release: () => void (calls.released = true),
    terminate() {},
  };
  return { calls, helper };
}

it("awaitHelpers(helpers) waits for each, and keeps no process alive afterwards", async () => {
  const [first, second] = [fakeHelper(), fakeHelper()];
  const attendance = awaitHelpers([first.helper, second.helper]);
  first.calls.up();
  second.calls.gone("no memory");
  expect(await attendance).toEqual({ up: 1, reason: "no memory" });
  expect([first.calls.released, second.calls.released]).toEqual([true, true]);
});

it("awaitHelpers(helpers) waits for none for ever, and counts one that comes late", async () => {
  const { calls, helper } = fakeHelper();
  const waiting = awaitHelpers([helper]);
  await vi.advanceTimersByTimeAsync(10_000);
  const attendance = await waiting;
  expect(attendance).toEqual({ up: 0, reason: "it was not up within 10 seconds" });
  calls.up();
  expect(attendance.up).toBe(1);
});
