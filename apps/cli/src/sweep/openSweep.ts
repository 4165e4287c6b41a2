import { readFile } from "node:fs/promises";
import { readPlan } from "@minibatch/sweeps";
import { CliError } from "../CliError.ts";
import type { Session } from "../Session.ts";
import type { Sweep } from "./Sweep.ts";
import type { TrainingBase } from "./TrainingBase.ts";
import { sweepFolder } from "./sweepFolder.ts";

/**
 * Opens the plan that somebody named.
 *
 * @throws {CliError} `PLAN_NOT_FOUND`
 * @throws {SweepError} `INVALID_PLAN`
 */
export async function openSweep(path: string, session: Session): Promise<Sweep> {
  const file = session.resolve(path);
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new CliError(
      "PLAN_NOT_FOUND",
      `There is no plan ${path}. Make one: ${session.commandLine("sweep", "plan", "digits-cnn", "--seeds", "1..4", "-o", "plan.json")}`,
      { cause },
    );
  });
  const plan = await readPlan(text);
  return { plan, base: plan.base as unknown as TrainingBase, file, folder: sweepFolder(file) };
}
