// Tries cases in a process of its own, in one variant of the kernels, and tells the process that started it what came of each.
import { Bystanders } from "./Bystanders.ts";
import type { FuzzKind } from "./FuzzKind.ts";
import type { FuzzMessage, FuzzTask } from "./FuzzTask.ts";
import { networks } from "./networks/networks.ts";
import { programs } from "./programs/programs.ts";
import { shrink } from "./shrink.ts";
import { runTask } from "./runTask.mjs";
import { startBackends } from "./startBackends.ts";
import { tryCase } from "./tryCase.ts";

const kinds = { networks, programs };

/** How many cases have the same tensors beside them. */
const casesPerBystanders = 40;

async function tryAll<Case>(
  kind: FuzzKind<Case>,
  { seeds, made, kernels, wasmFolder }: FuzzTask,
): Promise<void> {
  await startBackends(wasmFolder, kernels);
  let bystanders = new Bystanders(seeds[0] as number);
  for (const [index, seed] of seeds.entries()) {
    tell({ seed });
    if (index % casesPerBystanders === casesPerBystanders - 1) {
      bystanders.dispose();
      bystanders = new Bystanders(seed);
    }
    const verdict = await tryCase(kind, (made as Case | undefined) ?? kind.make(seed), bystanders);
    tell({ seed, ...verdict });
    // What wrote where it should not may have left anything: the rest is for another process.
    if (verdict.outcome === "failed") return;
  }
}

/** Makes a case as small as it can be that still fails, and tries each smaller one in a process of its own: some of them die. */
async function shrinkOne<Case>(kind: FuzzKind<Case>, task: FuzzTask): Promise<void> {
  const seed = task.seeds[0] as number;
  const made = kind.make(seed);
  const judge = async (smaller: Case): Promise<FuzzMessage> => {
    let verdict: FuzzMessage = { seed };
    const trial: FuzzTask = { ...task, seeds: [seed], shrink: false, made: smaller };
    await runTask(process.argv[1] as string, trial, (message) => (verdict = message));
    return verdict;
  };
  const first = await judge(made);
  if (first.outcome !== "failed") return tell({ ...first, seed, steps: kind.describe(made) });
  const least = await shrink(
    made,
    (each) => kind.smaller(each),
    async (each) => (await judge(each)).outcome === "failed",
  );
  tell({ ...(await judge(least)), seed, steps: kind.describe(least) });
}

function tell(message: FuzzMessage): void {
  process.send?.(message);
}

process.once("message", (task: FuzzTask) => {
  const work = async <Case>(kind: FuzzKind<Case>) => {
    if (task.shrink) await shrinkOne(kind, task);
    else await tryAll(kind, task);
    process.disconnect();
  };
  void (task.kind === "networks" ? work(kinds.networks) : work(kinds.programs));
});
