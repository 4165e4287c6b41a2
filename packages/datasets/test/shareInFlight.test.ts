import { expect, test } from "vitest";
import { shareInFlight } from "../src/loading/shareInFlight.ts";

const idle = (): void => {};

/** A job that the test steers. */
function steeredJob() {
  const job = {
    starts: 0,
    signal: AbortSignal.abort(),
    emit: idle as (event: string) => void,
    finish: idle as (result: number) => void,
    fail: idle as (error: Error) => void,
    start: (signal: AbortSignal, emit: (event: string) => void): Promise<number> => {
      job.starts += 1;
      job.signal = signal;
      job.emit = emit;
      return new Promise((resolve, reject) => {
        job.finish = resolve;
        job.fail = reject;
      });
    },
  };
  return job;
}

test("shareInFlight() runs a job once for all who ask meanwhile, and again for who asks later", async () => {
  const share = shareInFlight<string, number>();
  const job = steeredJob();
  const heard: string[] = [];
  const first = share("key", { onEvent: (event) => void heard.push(`first ${event}`) }, job.start);
  const second = share("key", { onEvent: (event) => void heard.push(`second ${event}`) }, job.start);
  job.emit("half");
  job.finish(7);
  expect(await Promise.all([first, second])).toEqual([7, 7]);
  expect(heard).toEqual(["first half", "second half"]);
  expect(job.starts).toBe(1);
  const third = share("key", {}, job.start);
  job.finish(8);
  expect(await third).toBe(8);
});

test("shareInFlight() runs jobs of different keys apart", async () => {
  const share = shareInFlight<string, number>();
  const [a, b] = [steeredJob(), steeredJob()];
  const both = [share("a", {}, a.start), share("b", {}, b.start)];
  a.finish(1);
  b.finish(2);
  expect(await Promise.all(both)).toEqual([1, 2]);
});

test("shareInFlight() gives an error to all", async () => {
  const share = shareInFlight<string, number>();
  const job = steeredJob();
  const both = [share("key", {}, job.start), share("key", {}, job.start)];
  const fault = new Error("no");
  job.fail(fault);
  expect(await Promise.allSettled(both)).toEqual([
    { status: "rejected", reason: fault },
    { status: "rejected", reason: fault },
  ]);
});

test("shareInFlight() lets one leave by its signal and aborts the job when nobody is left", async () => {
  const share = shareInFlight<string, number>();
  const job = steeredJob();
  const [one, two] = [new AbortController(), new AbortController()];
  const first = share("key", { signal: one.signal }, job.start);
  const second = share("key", { signal: two.signal }, job.start);
  one.abort(new Error("one"));
  await expect(first).rejects.toThrow("one");
  expect(job.signal.aborted).toBe(false);
  two.abort(new Error("two"));
  await expect(second).rejects.toThrow("two");
  expect(job.signal.aborted).toBe(true);
  const third = share("key", {}, job.start);
  expect(job.starts).toBe(2);
  job.finish(3);
  expect(await third).toBe(3);
});

test("shareInFlight() lets one leave whose callback throws", async () => {
  const share = shareInFlight<string, number>();
  const job = steeredJob();
  const fault = new Error("a bug of the caller");
  const clumsy = share(
    "key",
    {
      onEvent: () => {
        throw fault;
      },
    },
    job.start,
  );
  const other = share("key", {}, job.start);
  job.emit("half");
  await expect(clumsy).rejects.toBe(fault);
  job.finish(1);
  expect(await other).toBe(1);
});

test("shareInFlight() starts nothing for an aborted signal", () => {
  const job = steeredJob();
  expect(() => shareInFlight()("key", { signal: AbortSignal.abort() }, job.start)).toThrow("aborted");
  expect(job.starts).toBe(0);
});
