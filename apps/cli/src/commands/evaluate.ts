import type { Command } from "commander";
import type { EvaluateOptions } from "../evaluate/EvaluateOptions.ts";
import { addBackendOptions } from "../options/addBackendOptions.ts";
import { addCommonOptions } from "../options/addCommonOptions.ts";
import type { Execute } from "../options/Execute.ts";
import { pixelRange } from "../options/pixelRange.ts";
import { wholeNumber } from "../options/wholeNumber.ts";

/** Adds `minibatch evaluate`. */
export function addEvaluate(program: Command, execute: Execute): void {
  const command = program
    .command("evaluate")
    .description("measure a trained model: accuracy, class by class, confusion matrix")
    .argument(
      "<run|model dir>",
      "a run folder, any folder with a model.json, such a file, a .keras or .h5, or its address",
    )
    .argument("[data]", "other pictures or another table, for a model of your own data")
    .option("--dataset <name>", "the test set to use (default: that of the dataset it was trained on)")
    .option("--limit <n>", "use only the first n test samples", wholeNumber(1))
    .option(
      "--labels <file>",
      "its classes in the order of its outputs, one a line, if that is not the dataset's",
    )
    .option("--scale <range>", "the range in which it takes pixels, such as 0..1 or -1..1", pixelRange);
  addCommonOptions(addBackendOptions(command))
    .addHelpText(
      "after",
      `
Examples:
  $ minibatch evaluate runs/digits-cnn-1 --dataset mnist
  $ minibatch evaluate runs/my-pictures-1
  $ minibatch evaluate runs/houses-1 other-houses.csv`,
    )
    .action((folder: string, data: string | undefined, options: EvaluateOptions) =>
      execute(options, async (session) => {
        const { evaluateModel } = await import("../evaluate/evaluateModel.ts");
        return evaluateModel(folder, data, options, session);
      }),
    );
}
