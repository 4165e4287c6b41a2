import type { Command } from "commander";
import { addCommonOptions } from "../options/addCommonOptions.ts";
import type { Execute } from "../options/Execute.ts";

/** Adds `minibatch report`. */
export function addReport(program: Command, execute: Execute): void {
  const command = program
    .command("report")
    .description("write report.html and plots/ of a finished run anew")
    .argument("<run dir>", "a folder that minibatch train made");
  addCommonOptions(command)
    .addHelpText("after", "\nExample:\n  $ minibatch report runs/digits-cnn-1")
    .action((folder: string, options) =>
      execute(options, async (session) => {
        const { reportRun } = await import("../report/reportRun.ts");
        return reportRun(folder, session);
      }),
    );
}
