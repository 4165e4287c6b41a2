// What a helper does: it waits for jobs that another thread shares out (team.ts), and takes tasks of them.
import { runTask } from "./runTask";
import { block, DIED, HELPERS, JOB, JOINED, LOOKS, NUMBER, OPEN, STATE, STOP, takeTask, TASKS } from "./team";

let atWork: bool = false;

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
    const tasks = load<i32>(block + TASKS);
    for (let task = takeTask(); task < tasks; task = takeTask()) runTask(job, task, self);
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
