import type { BackendName } from "@minibatch/backends";
import type { Command } from "commander";
import { addCommonOptions } from "../options/addCommonOptions.ts";
import type { Execute } from "../options/Execute.ts";
import { wholeNumber } from "../options/wholeNumber.ts";
import type { CommonOptions } from "../Session.ts";

/** The options of `minibatch evaluate`, as they were typed. */
export interface EvaluateOptions extends CommonOptions {
  readonly dataset?: string;
  readonly limit?: number;
  readonly backend?: BackendName;
}

/** Adds `minibatch evaluate`. */
export function addEvaluate(program: Command, execute: Execute): void {
  const command = program
    .command("evaluate")
    .description("measure a trained model: accuracy, class by class, confusion matrix")
    .argument("<run|model dir>", "a run folder or any folder with a model.json")
    .option("--dataset <name>", "the test set to use (default: that of the dataset it was trained on)")
    .option("--limit <n>", "use only the first n test samples", wholeNumber(1))
    .option("--backend <name>", 'what computes: auto, or one of "minibatch backends"');
  addCommonOptions(command)
    .addHelpText("after", "\nExample:\n  $ minibatch evaluate runs/digits-cnn-1 --dataset mnist")
    .action((folder: string, options: EvaluateOptions) =>
      execute(options, async (session) => {
        const { evaluateModel } = await import("../evaluateModel.ts");
        return evaluateModel(folder, options, session);
      }),
    );
}
