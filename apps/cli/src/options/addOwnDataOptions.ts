import { type Command, Option } from "commander";
import { wholeNumber } from "./wholeNumber.ts";

/** Adds the options that say how data of one's own are read: a table's target and task, the form of pictures. */
export function addOwnDataOptions(command: Command): Command {
  return command
    .option("--target <column>", "the column of a table to predict")
    .addOption(
      new Option("--task <task>", "what the target holds (default: found out)").choices([
        "classification",
        "regression",
      ]),
    )
    .option("--image-size <n>", "the side of pictures in pixels (default: by what is there)", wholeNumber(1))
    .option("--grey", "take pictures without their colours (default: where none has any)");
}
