import type { Command } from "commander";
import type { EvaluateOptions } from "../evaluate/EvaluateOptions.ts";
import { addCommonOptions } from "../options/addCommonOptions.ts";
import type { Execute } from "../options/Execute.ts";
import { wholeNumber } from "../options/wholeNumber.ts";

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
        const { evaluateModel } = await import("../evaluate/evaluateModel.ts");
        return evaluateModel(folder, options, session);
      }),
    );
}
