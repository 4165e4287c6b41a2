import type { Command } from "commander";
import type { ImportOptions } from "../import/ImportOptions.ts";
import { addCommonOptions } from "../options/addCommonOptions.ts";
import type { Execute } from "../options/Execute.ts";
import { pixelRange } from "../options/pixelRange.ts";

/** Adds `minibatch import`. */
export function addImport(program: Command, execute: Execute): void {
  const command = program
    .command("import")
    .description("take in a model from elsewhere, with what only you know of it")
    .argument(
      "<model>",
      "a .keras, .h5 or .weights.h5 of Keras, a model.json of TensorFlow.js, or its address",
    )
    .option("--labels <file>", "the names of the classes in the order of the outputs, one a line")
    .option("--scale <range>", "the range in which it takes pixels, such as 0..1 or -1..1", pixelRange)
    .option(
      "--dataset <name>",
      "what it was trained on, to evaluate it there; its classes where it names none",
    )
    .option("--output <name>", "which of several outputs answers, by its name")
    .option("--architecture <recipe|model>", "for a .weights.h5, which holds no layers: where these are from")
    .option("--out <dir>", "where to (default: the first free runs/<model>-<n>)");
  addCommonOptions(command)
    .addHelpText(
      "after",
      `
The folder holds all that was said, so that predict, evaluate, summary, export, train --from and the web app take it without
another option.

Examples:
  $ minibatch import course.keras --scale 1/255 --labels labels.txt --out runs/imported
  $ minibatch import course.keras --scale 0..1 --dataset mnist
  $ minibatch import two-heads.keras --scale -1..1 --output species
  $ minibatch import course.weights.h5 --architecture mnist-convnet --scale 0..1 --dataset mnist`,
    )
    .action((model: string, options: ImportOptions) =>
      execute(options, async (session) => {
        const { importModel } = await import("../import/importModel.ts");
        return importModel(model, options, session);
      }),
    );
}
