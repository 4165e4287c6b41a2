import { engines } from "@minibatch/sweeps/engines";
import { type Command, Option } from "commander";
import { addCommonOptions } from "../options/addCommonOptions.ts";
import { addOwnDataOptions } from "../options/addOwnDataOptions.ts";
import type { Execute } from "../options/Execute.ts";
import { openFraction } from "../options/openFraction.ts";
import { wholeNumber } from "../options/wholeNumber.ts";
import type { CommonOptions } from "../Session.ts";
import type { HalveSweepOptions } from "../sweep/halveSweep.ts";
import type { MergeSweepOptions } from "../sweep/mergeSweep.ts";
import type { PlanSweepOptions } from "../sweep/PlanSweepOptions.ts";
import type { RunSweepOptions } from "../sweep/runSweep.ts";

const submissions = engines.flatMap(({ name, submission }) => (submission ? [name] : []));
const planArgument = ["<plan>", 'what "sweep plan" wrote'] as const;

/** Adds `minibatch sweep` with all that it can do. */
export function addSweep(program: Command, execute: Execute): void {
  const group = program
    .command("sweep")
    .description("many runs as a list: plan them, run them here or on any engine, merge the results")
    .addHelpText(
      "after",
      `
Example:
  $ minibatch sweep plan digits-cnn --seeds 1..4 --set learningRate=0.001,0.003 -o plan.json
  $ minibatch sweep run plan.json --jobs 2
  $ minibatch sweep merge plan.json`,
    );
  for (const add of [addPlan, addRun, addStatus, addMerge, addHalve]) add(group, execute);
}

function addPlan(group: Command, execute: Execute): void {
  const command = addOwnDataOptions(
    group
      .command("plan")
      .description("list the runs of a grid or a random search")
      .argument(
        "<recipe>",
        "a recipe, an experiment file, data of your own, or with --as a plan that is there",
      )
      .option("--seeds <list>", "the seeds of each combination, such as 1..8 or 1,2,5")
      .option(
        "--set <setting=values>",
        "values to try, learningRate=0.001,0.003, or a range for --random, 0.0001..0.1:log; give it several times",
        (value: string, before: readonly string[]) => [...before, value],
        [] as readonly string[],
      )
      .option("--random <n>", "draw so many combinations in place of all", wholeNumber(1))
      .option("--random-seed <n>", "fixes what is drawn (default: 1)", wholeNumber(0)),
  )
    .option("--backend <name>", "what computes, the same on every machine", "wasm")
    .option("-o, --out <file>", "the plan", "plan.json")
    .option("--force", "write over a plan that is there")
    .addOption(new Option("--as <engine>", "write beside the plan what submits it").choices(submissions))
    .option("--jobs <n>", "with --as: how many run at a time (default: 2)", wholeNumber(1))
    .option("--threads <n>", "with --as: processors for each run (default: as many as here)", wholeNumber(1));
  addCommonOptions(command)
    .addHelpText(
      "after",
      `
Examples:
  $ minibatch sweep plan mnist-mlp-512 --seeds 1..8 --set learningRate=0.001,0.003 --set batchSize=64,128
  $ minibatch sweep plan houses.csv --target price --random 50 --set learningRate=0.0001..0.1:log
  $ minibatch sweep plan plan.json --as slurm --jobs 8`,
    )
    .action((name: string, options: PlanSweepOptions) =>
      execute(options, async (session) => {
        const { planSweepFile } = await import("../sweep/planSweepFile.ts");
        return planSweepFile(name, options, session);
      }),
    );
}

function addRun(group: Command, execute: Execute): void {
  const command = group
    .command("run")
    .description(
      "run all entries here, or the one that --index or an engine's job array names; what is done is skipped",
    )
    .argument(...planArgument)
    .option(
      "--index <i>",
      "one entry, from 0 (default: the engine's, such as SLURM_ARRAY_TASK_ID)",
      wholeNumber(0),
    )
    .option("--jobs <n>", "how many run at a time (default: 1)", wholeNumber(1))
    .option("--threads <n>", "threads for each (default: the cores, shared out)", wholeNumber(1));
  addCommonOptions(command)
    .addHelpText(
      "after",
      "\nExamples:\n  $ minibatch sweep run plan.json --jobs 2\n  $ minibatch sweep run plan.json --index 7",
    )
    .action((plan: string, options: RunSweepOptions) =>
      execute(options, async (session) => {
        const { runSweep } = await import("../sweep/runSweep.ts");
        return runSweep(plan, options, session);
      }),
    );
}

function addStatus(group: Command, execute: Execute): void {
  const command = group
    .command("status")
    .description("how far each entry is")
    .argument(...planArgument);
  addCommonOptions(command)
    .addHelpText("after", "\nExample:\n  $ minibatch sweep status plan.json")
    .action((plan: string, options: CommonOptions) =>
      execute(options, async (session) => {
        const { statusOfSweep } = await import("../sweep/statusOfSweep.ts");
        return statusOfSweep(plan, session);
      }),
    );
}

function addMerge(group: Command, execute: Execute): void {
  const command = group
    .command("merge")
    .description(
      "join the results: a table, mean and spread over seeds, and a page; the same bytes whatever ran them",
    )
    .argument(...planArgument)
    .option(
      "--measure <name>",
      "what the best is chosen by (default: validation accuracy, or what comes closest)",
    );
  addCommonOptions(command)
    .addHelpText("after", "\nExample:\n  $ minibatch sweep merge plan.json")
    .action((plan: string, options: MergeSweepOptions & CommonOptions) =>
      execute(options, async (session) => {
        const { mergeSweep } = await import("../sweep/mergeSweep.ts");
        return mergeSweep(plan, options, session);
      }),
    );
}

function addHalve(group: Command, execute: Execute): void {
  const command = group
    .command("halve")
    .description("successive halving: plan more epochs for the best combinations, which go on where they are")
    .argument(...planArgument)
    .requiredOption("--epochs <n>", "the epochs of those that go on, all in all", wholeNumber(1))
    .option("--keep <x>", "the share that goes on (default: a third)", openFraction)
    .option(
      "--measure <name>",
      "what the best is chosen by (default: validation accuracy, or what comes closest)",
    )
    .requiredOption("-o, --out <file>", "the plan of the next round")
    .option("--force", "write over a plan that is there");
  addCommonOptions(command)
    .addHelpText("after", "\nExample:\n  $ minibatch sweep halve plan.json --epochs 9 -o plan-2.json")
    .action((plan: string, options: HalveSweepOptions & CommonOptions) =>
      execute(options, async (session) => {
        const { halveSweep } = await import("../sweep/halveSweep.ts");
        return halveSweep(plan, options, session);
      }),
    );
}
