// Threads that share the work of a kernel. Each one runs an instance of this module on the same memory; what they say to
// each other lies in a block of that memory. A kernel cuts its work into tasks that write to different places, each
// computed in the same way whoever takes it: so the results are the same for any number of threads.
//
// Here is what the thread does that computes a kernel; help.ts has what the others do meanwhile.

// The block; the words that threads wait for or race for have a cache line of their own.
export const STATE: usize = 0; // how many helpers are at work, whether the job is open to more, whether one of them died, and its number
export const NEXT: usize = 64; // the next task
export const HELPERS: usize = 128; // helpers that are here
export const JOINED: usize = 132; // helpers that ever came
export const JOB: usize = 256;
export const TASKS: usize = 260;
const ARGUMENTS: usize = 320;
const MORE_ARGUMENTS: usize = 512;

const AT_WORK: i32 = 0xfff;
export const OPEN: i32 = 0x1000;
export const DIED: i32 = 0x2000;
const ONE_JOB: i32 = 0x4000;
export const NUMBER: i32 = ~(ONE_JOB - 1);
export const STOP: i32 = -1;

// How often a thread looks before it goes to sleep: about a millisecond. To be woken takes some fifty microseconds, as long as most of what
// lies between two kernels of a step, where there are hundreds of them.
export const LOOKS: i32 = 1000000;

export let block: usize = 0;
let capacity: i32 = 1;
let mayWait: bool = false;
let leaves: bool = false;
let left: i32 = 0;

// Throws: what the job was to compute is lost.
// @ts-ignore: decorator
@external("env", "threadDied")
declare function threadDied(): void;

/** Bytes of the block. */
export function teamBytes(): usize {
  return 704;
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

/** Where arguments lie that a job has besides; others leave them as they are. */
// @ts-ignore: decorator
@inline
export function moreArguments(): usize {
  return block + MORE_ARGUMENTS;
}

/**
 * Runs the tasks of a job, its arguments written before, and returns when all are done. `Arguments` is the class of these, whose
 * `run` does one task; that of a helper is found by the job's number (runTask.ts).
 *
 * A helper that other programs keep from its core would hold all up if it had to be waited for before it began. So a job
 * is closed when its tasks are taken, and only who is at work then is waited for. Where one of them died at it, this throws:
 * nobody knows how much of its task was done, and many cannot be done twice.
 */
export function share<Arguments>(job: i32, tasks: i32): void {
  const shared = tasks > 1 && teamSize() > 1;
  if (shared) open(job, tasks);
  else store<i32>(block + NEXT, 0);
  const leave = leaves;
  leaves = false;
  if (shared && leave) left = tasks;
  else finish<Arguments>(job, tasks, shared);
}

/** Does the tasks of a job that nobody has taken, and waits for the others. */
function finish<Arguments>(job: i32, tasks: i32, shared: bool): void {
  for (let task = takeTask(); task < tasks; task = takeTask()) runOne<Arguments>(job, task, 0);
  if (shared && (close() & DIED)) threadDied();
}

/**
 * Leaves the job that is shared out next to the other threads, if there are any, and returns at once from there: this one does something
 * else, in JavaScript, and comes back to it by `finishLeft`. Until then nothing else may be shared out, and neither the arguments nor what
 * the job reads and writes may be touched.
 */
export function leaveOpen(): void {
  leaves = true;
}

/** Finishes the job that was left, if there is one. */
// @ts-ignore: decorator
@inline
export function finishLeft<Arguments>(job: i32): void {
  const tasks = left;
  left = 0;
  finish<Arguments>(job, tasks, true);
}

/** The number of the job that was left, or -1. */
export function leftJob(): i32 {
  return left > 0 ? load<i32>(block + JOB) : -1;
}

/** Does one task of a job; `thread` chooses the part of the scratch space. */
// @ts-ignore: decorator
@inline
export function runOne<Arguments>(job: i32, task: i32, thread: i32): void {
  changetype<Arguments>(jobArguments()).run(job, task, thread);
}

/** The next task that nobody has taken; when it is none of the job, all are taken. */
// @ts-ignore: decorator
@inline
export function takeTask(): i32 {
  return atomic.add<i32>(block + NEXT, 1);
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
