import { expect, it } from "vitest";
import { latestOnly } from "../src/state/latestOnly.ts";

it("latestOnly(act) leaves out what was asked for and is no longer wanted, never the last", async () => {
  const done: number[] = [];
  const ends: (() => void)[] = [];
  const act = latestOnly(async (value: number) => {
    await new Promise<void>((resolve) => ends.push(resolve));
    done.push(value);
  });
  const all = act(1);
  await Promise.all([act(2), act(3), act(4)]);
  ends[0]?.();
  await expect.poll(() => ends.length).toBe(2);
  ends[1]?.();
  await all;
  expect(done).toEqual([1, 4]);
  const again = act(5);
  ends[2]?.();
  await again;
  expect(done).toEqual([1, 4, 5]);
});
