import type { Page } from "@minibatch/testing";

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of processor time, of complete events. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/**
 * Traces the tasks of pages' main threads while something is done.
 *
 * @returns the processor time of each task in milliseconds: unlike the time on the wall, it does not grow when other programs
 * have the processor
 */
export async function mainThreadTasks(page: Page, action: () => Promise<void>): Promise<number[]> {
  const browser = page.context().browser();
  if (!browser) throw new Error("The page belongs to no browser that could be traced.");
  await browser.startTracing(page, { categories: ["toplevel"] });
  await action();
  const trace = JSON.parse((await browser.stopTracing()).toString()) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  const isMain = new Set(
    trace.traceEvents
      .filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  return trace.traceEvents
    .filter(({ name, ph, pid, tid }) => ph === "X" && name.endsWith("RunTask") && isMain.has(`${pid} ${tid}`))
    .map(({ tdur = 0 }) => tdur / 1000);
}
