// In a process of its own: a library that never answers is loaded.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { startBackend } from "../src/index.ts";
import { inTime } from "../src/inTime.ts";
import { probe } from "../src/probe.ts";
import { wasm } from "../src/wasm.ts";

const never = new Promise<never>(() => {});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("inTime(promise, seconds, late) passes on what comes in time, and leaves no timer behind", async () => {
  expect(await inTime(Promise.resolve(3), 5, () => new Error("late"))).toBe(3);
  await expect(inTime(Promise.reject(new Error("no")), 5, () => new Error("late"))).rejects.toThrow("no");
  expect(vi.getTimerCount()).toBe(0);
});

it("startBackend(name) ends in an error where the library behind it never answers", async () => {
  vi.spyOn(wasm, "start").mockReturnValue(never);
  const failure = startBackend("wasm").catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(await failure).toMatchObject({
    code: "START_FAILED",
    message: 'the backend "wasm" neither started nor failed within 120 seconds: take another one',
  });
});

it("probe(driver, options) says of a driver that never answers that it cannot be started", async () => {
  const status = probe({ name: "gpu", probe: () => never, start: () => never }, {});
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await status).toMatchObject({
    name: "gpu",
    available: false,
    reason: "it does not answer within 30 seconds",
  });
});
