// Threads that share the work of a kernel. Each one runs an instance of this module on the same memory; what they say to
// each other lies in a block of that memory. A kernel cuts its work into tasks that write to different places, each
// computed in the same way whoever takes it: so the results are the same for any number of threads.
import { runTask } from "./runTask";

// The block; the words that threads wait for or race for have a cache line of their own.
const STATE: usize = 0; // how many helpers are at work, whether the job is open to more, whether one of them died, and its number
const NEXT: usize = 64; // the next task
const HELPERS: usize = 128; // helpers that are here
const JOINED: usize = 132; // helpers that ever came
const JOB: usize = 256;
const TASKS: usize = 260;
const ARGUMENTS: usize = 320;

const AT_WORK: i32 = 0xfff;
const OPEN: i32 = 0x1000;
const DIED: i32 = 0x2000;
const ONE_JOB: i32 = 0x4000;
const NUMBER: i32 = ~(ONE_JOB - 1);
const STOP: i32 = -1;

// How often a thread looks before it goes to sleep: about a millisecond. To be woken takes some fifty microseconds, as long as most of what
// lies between two kernels of a step, where there are hundreds of them.
const LOOKS: i32 = 1000000;

let block: usize = 0;
let capacity: i32 = 1;
let mayWait: bool = false;
let atWork: bool = false;

// Throws: what the job was to compute is lost.
// @ts-ignore: decorator
@external("env", "threadDied")
declare function threadDied(): void;

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

/**
 * Runs the tasks of a job, its arguments written before, and returns when all are done.
 *
 * A helper that other programs keep from its core would hold all up if it had to be waited for before it began. So a job
 * is closed when its tasks are taken, and only who is at work then is waited for. Where one of them died at it, this throws:
 * nobody knows how much of its task was done, and many cannot be done twice.
 */
export function share(job: i32, tasks: i32): void {
  if (tasks == 1 || teamSize() == 1) {
    for (let task = 0; task < tasks; task++) runTask(job, task, 0);
    return;
  }
  open(job, tasks);
  takeTasks(job, tasks, 0);
  if (close() & DIED) threadDied();
}

/** Ends the helpers. */
export function stopHelpers(): void {
  atomic.store<i32>(block + HELPERS, 0);
  open(STOP, 0);
}

// Nobody is at work and the job before is closed: nobody else writes to the state, or reads the job.
function open(job: i32, tasks: i32): void {
  store<i32>(block + JOB, job);
  store<i32>(block + TASKS, tasks);
  atomic.store<i32>(block + NEXT, 0);
  const number = (atomic.load<i32>(block + STATE) & NUMBER) + ONE_JOB;
  atomic.store<i32>(block + STATE, number | OPEN);
  atomic.notify(block + STATE, -1);
}

/** Lets nobody begin any more, waits until nobody is at work, and gives the state. Also for a job that an error of this thread ended. */
export function close(): i32 {
  atomic.and<i32>(block + STATE, ~OPEN);
  let looks = 0;
  while (true) {
    const state = atomic.load<i32>(block + STATE);
    if ((state & AT_WORK) == 0) return state;
    if (mayWait && ++looks > LOOKS) atomic.wait<i32>(block + STATE, state, 1000000);
  }
}

/** What a helper does until it is told to stop. */
export function help(): void {
  const self = atomic.add<i32>(block + JOINED, 1) + 1;
  atomic.add<i32>(block + HELPERS, 1);
  let looks = 0;
  let seen = -1;
  while (true) {
    const state = atomic.load<i32>(block + STATE);
    if ((state & OPEN) == 0 || (state & NUMBER) == seen) {
      if (++looks > LOOKS) atomic.wait<i32>(block + STATE, state, -1);
      continue;
    }
    if (atomic.cmpxchg<i32>(block + STATE, state, state + 1) != state) continue;
    atWork = true;
    looks = 0;
    seen = state & NUMBER;
    const job = load<i32>(block + JOB);
    if (job != STOP) takeTasks(job, load<i32>(block + TASKS), self);
    leaveWork();
    if (job == STOP) return;
  }
}

/** What a helper does when an error has ended `help`: the others are not to wait for it. */
export function die(): void {
  atomic.sub<i32>(block + HELPERS, 1);
  if (!atWork) return;
  atomic.or<i32>(block + STATE, DIED);
  leaveWork();
}

function leaveWork(): void {
  atWork = false;
  atomic.sub<i32>(block + STATE, 1);
  atomic.notify(block + STATE, -1);
}

function takeTasks(job: i32, tasks: i32, thread: i32): void {
  while (true) {
    const task = atomic.add<i32>(block + NEXT, 1);
    if (task >= tasks) return;
    runTask(job, task, thread);
  }
}
