import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, dirname } from "node:path";
import { parseAxis, parseSeeds, planSweep, type SweepPlan } from "@minibatch/sweeps";
import { CliError } from "../CliError.ts";
import type { Output } from "../Output.ts";
import { jsonText } from "../run/jsonText.ts";
import { writeFileAtomic } from "../files/writeFileAtomic.ts";
import type { Session } from "../Session.ts";
import { checkEntries } from "./checkEntries.ts";
import { openBase } from "./openBase.ts";
import { openSweep } from "./openSweep.ts";
import type { PlanSweepOptions } from "./PlanSweepOptions.ts";
import { settingsText } from "./settingsText.ts";
import { asBase } from "./TrainingBase.ts";
import { type WrittenSubmission, writeSubmission } from "./writeSubmission.ts";

/** How many entries are shown before the rest is only counted. */
const shown = 12;

/**
 * Plans a sweep over a recipe, an experiment or data of one's own and writes the list; or, given a plan that is there, what submits it.
 *
 * @throws {CliError} `FILE_EXISTS`, `INVALID_USAGE`
 * @throws {SweepError} `INVALID_AXIS`, `TOO_MANY_ENTRIES`
 */
export async function planSweepFile(
  name: string,
  options: PlanSweepOptions,
  session: Session,
): Promise<Output> {
  const existing = await existingPlan(name, options, session);
  const file = existing ?? session.resolve(options.out);
  const plan =
    existing === undefined
      ? await newPlan(name, file, options, session)
      : (await openSweep(name, session)).plan;
  const submission =
    options.as === undefined
      ? undefined
      : await writeSubmission(plan, file, options.as, howMany(options), session);
  return planned(plan, file, submission, session);
}

function howMany({ jobs = 2, threads = availableParallelism() }: PlanSweepOptions) {
  return { jobs, threads };
}

/** With `--as` alone, the argument may be a plan. */
async function existingPlan(
  name: string,
  { as, seeds, set }: PlanSweepOptions,
  session: Session,
): Promise<string | undefined> {
  if (as === undefined || seeds !== undefined || set.length > 0 || !/\.json$/i.test(name)) return undefined;
  try {
    return (await openSweep(name, session)).file;
  } catch {
    // An experiment, which is planned as it is.
    return undefined;
  }
}

async function newPlan(
  name: string,
  file: string,
  options: PlanSweepOptions,
  session: Session,
): Promise<SweepPlan> {
  if (existsSync(file) && !options.force) {
    throw new CliError(
      "FILE_EXISTS",
      `${options.out} is there already. Name another file with -o, or add --force.`,
    );
  }
  const axes = options.set.map(parseAxis);
  const seeds = options.seeds === undefined ? undefined : parseSeeds(options.seeds);
  const opened = await openBase(name, dirname(file), options, session);
  const plan = await planSweep({
    name: basename(file).replace(/\.json$/i, ""),
    base: asBase(opened.base),
    axes,
    seeds,
    draws: options.random,
    drawSeed: options.randomSeed,
  });
  checkEntries(plan, opened);
  await writeFileAtomic(file, jsonText(plan));
  return plan;
}

function planned(
  plan: SweepPlan,
  file: string,
  submission: WrittenSubmission | undefined,
  session: Session,
): Output {
  const { entries } = plan;
  const out = session.display(file);
  const next = submission?.submit ?? session.commandLine("sweep", "run", out);
  return {
    json: {
      out,
      entries: entries.length,
      varied: plan.varied,
      ...(submission && { submission: session.display(submission.file) }),
    },
    text: () =>
      [
        ...entries
          .slice(0, shown)
          .map(({ index, settings }) => `${index}  ${settingsText(settings, plan.varied)}`),
        ...(entries.length > shown ? [`… ${entries.length - shown} more`] : []),
        `${entries.length} ${entries.length === 1 ? "entry" : "entries"} in ${out}. Try next:`,
        `  ${session.colour.cyan(next)}`,
        "",
      ].join("\n"),
  };
}
