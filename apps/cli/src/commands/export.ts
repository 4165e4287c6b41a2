import { type Command, Option } from "commander";
import type { ExportOptions } from "../export/exportModel.ts";
import { exportTargets } from "../export/exportTargets.ts";
import { addCommonOptions } from "../options/addCommonOptions.ts";
import type { Execute } from "../options/Execute.ts";

/** Adds `minibatch export`. */
export function addExport(program: Command, execute: Execute): void {
  const command = program
    .command("export")
    .description("write a trained model for other programs")
    .argument("<run|model>", "a run folder, a folder with a model.json, a .keras or .h5 file, or an address")
    .requiredOption("--to <format>", `one of ${exportTargets.map(({ name }) => name).join(", ")}`)
    .addOption(
      new Option(
        "--weights <format>",
        "for web and js: a byte for each weight, or four (default: int8 where the test set loses less than 0.2 points)",
      ).choices(["int8", "float32"]),
    )
    .option("--out <file>", "where to (default: <run>/export/<run's name>.<ending>)");
  const formats = exportTargets.map(({ name, title }) => `  ${name.padEnd(12)} ${title}`).join("\n");
  addCommonOptions(command)
    .addHelpText(
      "after",
      `\nFormats:\n${formats}\n\nExamples:\n  $ minibatch export runs/digits-cnn-1 --to web\n  $ minibatch export runs/digits-cnn-1 --to keras`,
    )
    .action((path: string, options: ExportOptions) =>
      execute(options, async (session) => {
        const { exportModel } = await import("../export/exportModel.ts");
        return exportModel(path, options, session);
      }),
    );
}
