import { isOnItsWay } from "./isOnItsWay.ts";
import { hearTabs, tellTabs } from "./tabs.ts";

/** How long another tab may take to say that it has a run, in milliseconds, where there are no locks to ask. */
const patience = 300;

/** The runs that this tab has, and when it will have left them. */
const ours = new Map<string, Promise<unknown>>();

/**
 * Does something that only one tab may do with a run at a time: two that trained it would overwrite each other's checkpoints.
 *
 * @returns whether it was done: not while another tab has the run
 */
export async function withRun(id: string, action: () => Promise<void>): Promise<boolean> {
  await ours.get(id)?.catch(() => {});
  const own = locked(id, action);
  ours.set(id, own);
  try {
    return await own;
  } finally {
    if (ours.get(id) === own) ours.delete(id);
  }
}

/** Whether another tab has a run at this moment. */
export async function isElsewhere(id: string): Promise<boolean> {
  if (ours.has(id)) return false;
  const query = await lockManager()
    ?.query()
    .catch(() => undefined);
  if (!query) return answers(id);
  return (query.held ?? []).some(({ name }) => name === lockName(id));
}

async function locked(id: string, action: () => Promise<void>): Promise<boolean> {
  const locks = lockManager();
  let begun = false;
  const begin = async (): Promise<boolean> => {
    begun = true;
    await action();
    return true;
  };
  try {
    if (locks) {
      return await locks.request(lockName(id), { ifAvailable: true }, (lock) => lock !== null && begin());
    }
  } catch (error) {
    // Where storage is blocked, locks are too, and nothing is shared with other tabs anyway.
    if (begun) throw error;
  }
  return (await answers(id)) ? false : begin();
}

/** Pages over plain http have no locks: there, a tab that has the run says so when it is asked. */
function answers(id: string): Promise<boolean> {
  return new Promise((resolve) => {
    const end = hearTabs((message) => {
      // A tab that tells how its run ended has left it.
      if (message.type !== "training" || message.training.run.id !== id) return;
      if (isOnItsWay(message.training)) settle(true);
    });
    const timer = setTimeout(() => settle(false), patience);
    const settle = (answer: boolean): void => {
      end();
      clearTimeout(timer);
      resolve(answer);
    };
    tellTabs({ type: "ask", run: id });
  });
}

function lockManager(): LockManager | undefined {
  return (navigator as Partial<Navigator>).locks;
}

function lockName(id: string): string {
  return `minibatch-run-${id}`;
}
