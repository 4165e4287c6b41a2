import type { Command } from "commander";
import type { InitOptions } from "../init/InitOptions.ts";
import { addCommonOptions } from "../options/addCommonOptions.ts";
import { addOwnDataOptions } from "../options/addOwnDataOptions.ts";
import type { Execute } from "../options/Execute.ts";
import { wholeNumber } from "../options/wholeNumber.ts";

/** Adds `minibatch init`. */
export function addInit(program: Command, execute: Execute): void {
  const command = addOwnDataOptions(
    program
      .command("init")
      .description(
        "write an experiment file for data of your own or a built-in dataset, to read, change and train",
      )
      .argument("[data]", "a folder or .zip of pictures, a table, or a dataset's id; asked for on a terminal")
      .option("--data <path>", "the same as the argument"),
  )
    .option("--epochs <n>", "passes over the training samples at most", wholeNumber(1))
    .option("--seed <n>", "fixes everything random (default: 1)", wholeNumber(0))
    .option("--out <file>", "the file to write", "experiment.json")
    .option(
      "--yes",
      "ask nothing, and take what is proposed: of a table the likeliest target, mostly the last column",
    )
    .option("--force", "replace a file that is there");
  addCommonOptions(command)
    .addHelpText(
      "after",
      `
Examples:
  $ minibatch init
  $ minibatch init ./my-pictures --out cats.json
  $ minibatch init houses.csv --target price
  $ minibatch init iris
  $ minibatch train experiment.json`,
    )
    .action((data: string | undefined, options: InitOptions) =>
      execute(options, async (session) => {
        const { init } = await import("../init/init.ts");
        return init(data, options, session);
      }),
    );
}
