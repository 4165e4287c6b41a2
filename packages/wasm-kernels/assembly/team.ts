// Threads that share the work of a kernel. Each one runs an instance of this module on the same memory; what they say to
// each other lies in a block of that memory. A kernel cuts its work into tasks that write to different places, each
// computed in the same way whoever takes it: so the results are the same for any number of threads.
import { runTask } from "./runTask";

// The block; the words that threads wait for or race for have a cache line of their own.
const GENERATION: usize = 0; // twice the number of jobs so far; odd while the next one is written down
const NEXT: usize = 64; // the next task
const DONE: usize = 128; // helpers that are through with the job
const HELPERS: usize = 192; // helpers that have joined
const JOB: usize = 256;
const TASKS: usize = 260;
const TEAM: usize = 264; // helpers that this job counts on
const ARGUMENTS: usize = 320;
const STOP: i32 = -1;

// How often a thread looks before it goes to sleep: some tens of microseconds, the time between two kernels of a step.
const LOOKS: i32 = 20000;

let block: usize = 0;
let capacity: i32 = 1;
let mayWait: bool = false;

/** Bytes of the block. */
export function teamBytes(): usize {
  return 512;
}

/**
 * Names the block, filled with zeros before the first thread gets it.
 *
 * @param threads at most how many threads there will be, this one counted
 * @param wait whether this thread may sleep: the main thread of a browser may not
 */
export function setTeam(address: usize, threads: i32, wait: bool): void {
  block = address;
  capacity = threads;
  mayWait = wait;
}

/** At most how many threads there will be: scratch space is for so many. */
export function teamCapacity(): i32 {
  return capacity;
}

/** How many threads work now. */
// @ts-ignore: decorator
@inline
export function teamSize(): i32 {
  return capacity == 1 ? 1 : 1 + atomic.load<i32>(block + HELPERS);
}

/** Where the arguments of the job lie. */
// @ts-ignore: decorator
@inline
export function jobArguments(): usize {
  return block + ARGUMENTS;
}

/** Runs the tasks of a job, its arguments written before, and returns when all are done. */
export function share(job: i32, tasks: i32): void {
  const helpers = capacity == 1 || tasks == 1 ? 0 : atomic.load<i32>(block + HELPERS);
  if (helpers == 0) {
    for (let task = 0; task < tasks; task++) runTask(job, task, 0);
    return;
  }
  announce(job, tasks, helpers);
  takeTasks(job, tasks, 0);
  let looks = 0;
  while (true) {
    const done = atomic.load<i32>(block + DONE);
    if (done == helpers) return;
    if (mayWait && ++looks > LOOKS) atomic.wait<i32>(block + DONE, done, 1000000);
  }
}

/** Ends the helpers. */
export function stopHelpers(): void {
  atomic.store<i32>(block + HELPERS, 0);
  announce(STOP, 0, i32.MAX_VALUE);
}

function announce(job: i32, tasks: i32, helpers: i32): void {
  atomic.add<i32>(block + GENERATION, 1);
  store<i32>(block + JOB, job);
  store<i32>(block + TASKS, tasks);
  store<i32>(block + TEAM, helpers);
  atomic.store<i32>(block + NEXT, 0);
  atomic.store<i32>(block + DONE, 0);
  atomic.add<i32>(block + GENERATION, 1);
  atomic.notify(block + GENERATION, helpers);
}

/** What a helper does until it is told to stop. */
export function help(): void {
  let seen = atomic.load<i32>(block + GENERATION);
  const self = atomic.add<i32>(block + HELPERS, 1) + 1;
  while (true) {
    let looks = 0;
    let now = atomic.load<i32>(block + GENERATION);
    while (now == seen || (now & 1) != 0) {
      if (++looks > LOOKS) atomic.wait<i32>(block + GENERATION, now, -1);
      now = atomic.load<i32>(block + GENERATION);
    }
    seen = now;
    const job = load<i32>(block + JOB);
    const tasks = load<i32>(block + TASKS);
    const helpers = load<i32>(block + TEAM);
    // One who joined while this job ran is not counted on, and may be reading the next one while it is written.
    if (atomic.load<i32>(block + GENERATION) != seen || self > helpers) continue;
    if (job == STOP) return;
    takeTasks(job, tasks, self);
    atomic.add<i32>(block + DONE, 1);
    atomic.notify(block + DONE, 1);
  }
}

function takeTasks(job: i32, tasks: i32, thread: i32): void {
  while (true) {
    const task = atomic.add<i32>(block + NEXT, 1);
    if (task >= tasks) return;
    runTask(job, task, thread);
  }
}
