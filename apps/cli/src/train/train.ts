import { existsSync } from "node:fs";
import type { Backend } from "@minibatch/backends";
import { type RecipeEvent, type RecipeResult, trainRecipe } from "@minibatch/recipes";
import { historyToCsv, saveCheckpoint } from "@minibatch/training";
import { startChosenBackend } from "../backends/startChosenBackend.ts";
import { CliError } from "../CliError.ts";
import type { Output } from "../Output.ts";
import { writeExperiment } from "./writeExperiment.ts";
import { claimRunFolder } from "../run/claimRunFolder.ts";
import type { BesideResult, RunRecord } from "../run/RunRecord.ts";
import { describeMachine } from "../run/describeMachine.ts";
import { openRunEvents, type RunEvents } from "../run/openRunEvents.ts";
import { runFiles } from "../run/runFiles.ts";
import { versions } from "../run/versions.ts";
import { writeFileAtomic } from "../files/writeFileAtomic.ts";
import { writeRecord } from "../run/writeRecord.ts";
import { adviceOn } from "./adviceOn.ts";
import { besideResult, standsAlone } from "./besideResult.ts";
import type { Session } from "../Session.ts";
import { loadAhead } from "./loadAhead.ts";
import { planFromModel } from "./planFromModel.ts";
import { planNewRun } from "./planNewRun.ts";
import { planOutput } from "./planOutput.ts";
import { planResumedRun } from "./planResumedRun.ts";
import { startNotice } from "./startNotice.ts";
import type { TrainOptions } from "./TrainOptions.ts";
import type { TrainPlan } from "./TrainPlan.ts";
import { trainProgress } from "./trainProgress.ts";

/** Trains a recipe, or goes on with a run, and fills the run folder. */
export async function train(
  name: string | undefined,
  options: TrainOptions,
  session: Session,
): Promise<Output> {
  const { resume } = options;
  const planned =
    resume === undefined
      ? await planNewRun(name, options, session)
      : await planResumedRun(name, { ...options, resume }, session);
  if (options.learningCurve) requireOwnClasses(planned);
  const ahead = options.dryRun ? undefined : loadAhead(planned, session.source);
  try {
    return await carryOut(ahead?.plan ?? planned, options, session);
  } finally {
    ahead?.stop();
  }
}

async function carryOut(planned: TrainPlan, options: TrainOptions, session: Session): Promise<Output> {
  const backend = await startChosenBackend({ ...options, backend: planned.backend });
  const plan = await planFromModel(planned, options, session);
  if (options.dryRun) return planOutput(plan, backend, session);
  const { result, beside, record, folder, events } = await runPlan(plan, options, backend, session);
  session.status.update(() => "Writing the run folder");
  // Reports and charts are large, and training need not wait for them.
  const { writeRun } = await import("./writeRun.ts");
  const output = await writeRun(folder, record, result, beside, session);
  await events.addPictures(result.history.loss.length);
  events.close("success");
  session.status.clear();
  result.model.dispose();
  return output;
}

/** A learning curve is about data that one can add to, and counts what is told right. */
function requireOwnClasses(plan: TrainPlan): void {
  const { recipe } = plan;
  const { task = recipe.dataset.task } = recipe;
  const isOwn = standsAlone(plan);
  if (isOwn && task === "classification") return;
  const why = isOwn ? `${recipe.name} has values to predict` : `${recipe.name} is a recipe`;
  throw new CliError(
    "INVALID_USAGE",
    `--learning-curve is for classes of your own data, and ${why}. Leave it out.`,
  );
}

/** What comes of a plan, before it is written. */
interface FinishedPlan {
  readonly result: RecipeResult;
  readonly beside: BesideResult;
  readonly record: RunRecord;
  readonly folder: string;
  readonly events: RunEvents;
}

/** Trains, and compares. The run folder comes into being when the data is there and training starts, not before. */
async function runPlan(
  plan: TrainPlan,
  { learningCurve = false }: TrainOptions,
  backend: Backend,
  session: Session,
): Promise<FinishedPlan> {
  const { recipe, settings, resumed, own } = plan;
  const record: RunRecord = {
    format: 1,
    status: "running",
    recipe: recipe.name,
    dataset: recipe.dataset.name,
    backend: backend.name,
    machine: describeMachine(backend),
    settings,
    versions: versions(),
    ...(own?.about && { data: own.about }),
  };
  const showProgress = trainProgress(session);
  const run: { folder?: string; recorded?: boolean; events?: RunEvents } = {};
  const onEvent = (event: RecipeEvent): void => {
    if (event.type === "start") {
      run.folder = resumed?.folder ?? claimRunFolder(record, session.resolve("runs"), plan.out);
      if (!resumed) writeExperiment(plan, backend.name, run.folder);
      run.events = openRunEvents(run.folder, record);
      for (const line of startNotice(event, plan, backend, session)) session.status.print(line);
    }
    run.events?.listen(event);
    showProgress(event);
  };
  try {
    const result = await trainRecipe(recipe, {
      ...settings,
      ...session.source,
      resumeFrom: resumed?.checkpoint,
      onEvent,
      onCheckpoint: async (checkpoint) => {
        if (run.folder === undefined) return;
        // A run that gets more epochs is no longer done: the checkpoint must not get ahead of the record.
        if (resumed && !run.recorded) await writeRecord(run.folder, record);
        run.recorded = true;
        const files = runFiles(run.folder);
        await saveCheckpoint(files.checkpoint, checkpoint);
        await writeFileAtomic(files.history, historyToCsv(checkpoint.history));
      },
    });
    const { folder, events } = run;
    if (!folder || !events) throw new Error("trainRecipe ended without having started");
    const beside = standsAlone(plan)
      ? await besideResult(plan, result, learningCurve, session)
      : adviceBeside(result, recipe);
    return { result, beside, record, folder, events };
  } catch (error) {
    session.status.clear();
    const interrupted = session.io.signal.aborted;
    run.events?.close(interrupted ? undefined : "failure");
    if (run.folder !== undefined) {
      await writeRecord(run.folder, { ...record, status: interrupted ? "interrupted" : "failed" });
    }
    throw interrupted ? interruption(plan, run.folder, learningCurve, session) : error;
  }
}

/** On a recipe, whose settings may have been told otherwise, it is only said where something is wrong. */
function adviceBeside(result: RecipeResult, { schedule }: TrainPlan["recipe"]): BesideResult {
  const advice = adviceOn(result, schedule, { usual: schedule });
  return advice.length > 0 ? { advice } : {};
}

function interruption(
  { recipe }: TrainPlan,
  folder: string | undefined,
  learningCurve: boolean,
  session: Session,
): CliError {
  if (folder === undefined) {
    return new CliError("INTERRUPTED", "Interrupted before training started: nothing was written.");
  }
  const again = learningCurve ? ["--learning-curve"] : [];
  const line = session.commandLine("train", recipe.name, "--resume", session.display(folder), ...again);
  const saved = existsSync(runFiles(folder).checkpoint)
    ? "the checkpoint is written"
    : "before the first batch";
  return new CliError("INTERRUPTED", `Interrupted: ${saved}. To go on:\n  ${line}`);
}
