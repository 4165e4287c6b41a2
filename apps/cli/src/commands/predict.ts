import type { Command } from "commander";
import type { PredictOptions } from "../predict/PredictOptions.ts";
import { addCommonOptions } from "../options/addCommonOptions.ts";
import type { Execute } from "../options/Execute.ts";

/** Adds `minibatch predict`. */
export function addPredict(program: Command, execute: Execute): void {
  const command = program
    .command("predict")
    .description("tell what is on images")
    .argument("<run|model dir>", "a run folder or any folder with a model.json")
    .argument("<image...>", "PNG files, or samples of a dataset such as mnist:test:42")
    .option("--backend <name>", 'what computes: auto, or one of "minibatch backends"');
  addCommonOptions(command)
    .addHelpText(
      "after",
      `
A PNG may have any size and colour; it shows one digit, dark on light or light on dark.

Example:
  $ minibatch predict runs/digits-cnn-1 synthetic-digits:test:0 my-digit.png`,
    )
    .action((folder: string, images: readonly string[], options: PredictOptions) =>
      execute(options, async (session) => {
        const { predictImages } = await import("../predict/predictImages.ts");
        return predictImages(folder, images, options, session);
      }),
    );
}
