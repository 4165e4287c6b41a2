import { basename, dirname, join } from "node:path";
import { engines, type SweepPlan } from "@minibatch/sweeps";
import { CliError } from "../CliError.ts";
import { writeFileAtomic } from "../files/writeFileAtomic.ts";
import type { Session } from "../Session.ts";

/** A file that submits a plan. */
export interface WrittenSubmission {
  readonly file: string;
  /** What to type, in the folder of the plan. */
  readonly submit: string;
}

/** Writes beside a plan what submits it to an engine. */
export async function writeSubmission(
  plan: SweepPlan,
  planFile: string,
  engineName: string,
  { jobs, threads }: { readonly jobs: number; readonly threads: number },
  session: Session,
): Promise<WrittenSubmission> {
  const engine = engines.find(({ name }) => name === engineName);
  // The command lets no other name through.
  if (engine?.submission === undefined)
    throw new CliError("INVALID_USAGE", `--as cannot take ${engineName}.`);
  const command = session.commandLine().trim().split(" ");
  const options = { planFile: basename(planFile), jobs, threads, command };
  const { text, ending, submit } = engine.submission(plan, options);
  const file = join(dirname(planFile), `${basename(planFile).replace(/\.json$/i, "")}${ending}`);
  await writeFileAtomic(file, text);
  return { file, submit: submit(basename(file)) };
}
