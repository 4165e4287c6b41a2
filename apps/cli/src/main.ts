import { Command, CommanderError } from "commander";
import { CliError } from "./CliError.ts";
import { addBackends } from "./commands/backends.ts";
import { addDatasets } from "./commands/datasets.ts";
import { addEvaluate } from "./commands/evaluate.ts";
import { addExport } from "./commands/export.ts";
import { addImport } from "./commands/import.ts";
import { addInit } from "./commands/init.ts";
import { addPredict } from "./commands/predict.ts";
import { addRecipes } from "./commands/recipes.ts";
import { addReport } from "./commands/report.ts";
import { addSummary } from "./commands/summary.ts";
import { addSweep } from "./commands/sweep.ts";
import { addTrain } from "./commands/train.ts";
import { errorText } from "./errorText.ts";
import { exitCode } from "./exitCode.ts";
import { displayPath } from "./files/displayPath.ts";
import { displayPaths } from "./files/displayPaths.ts";
import { fileFault } from "./files/fileFault.ts";
import type { Io } from "./Io.ts";
import type { Execute } from "./options/Execute.ts";
import { markNegativeValues } from "./options/negativeValues.ts";
import { packageVersion } from "./run/versions.ts";
import { createColour } from "./terminal/colour.ts";

/**
 * Runs the command.
 *
 * @param argv what follows the name of the program
 * @param io everything outside: streams, environment, folder, signal
 * @returns the exit code: 0 done, 1 failed, 2 wrong usage, 130 interrupted
 *
 * @example
 * process.exitCode = await main(["recipes", "--json"], io);
 */
export async function main(argv: readonly string[], io: Io): Promise<0 | 1 | 2 | 130> {
  let code: 0 | 1 = 0;
  const execute: Execute = async (options, action) => {
    const { createSession } = await import("./Session.ts");
    const output = await action(createSession(io, options));
    io.stdout.write(options.json ? `${JSON.stringify(output.json)}\n` : output.text());
    code = output.code ?? 0;
    await output.running;
  };
  try {
    await createProgram(io, execute).parseAsync(markNegativeValues(argv), { from: "user" });
    return code;
  } catch (thrown) {
    // Commander has written its message already; its code 0 is --help and --version.
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : 2;
    const debug = Boolean(io.env["MINIBATCH_DEBUG"]);
    const fault = debug ? undefined : fileFault(thrown, (path) => displayPath(path, io.cwd));
    const error = io.signal.aborted && exitCode(thrown) !== 130 ? interruption(thrown) : (fault ?? thrown);
    const code = exitCode(error);
    const label = code === 130 ? "" : `${createColour(io.stderr, io.env).red("error:")} `;
    const text = errorText(error, debug);
    io.stderr.write(label + (debug ? text : displayPaths(text, io.cwd)));
    return code;
  }
}

function createProgram(io: Io, execute: Execute): Command {
  const program = new Command("minibatch")
    .description("Train the classic models on the classic datasets, with nothing native to install.")
    .version(packageVersion("minibatch"), "--version")
    .showHelpAfterError("(--help after the command shows what it takes)")
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
    })
    .exitOverride()
    .addHelpText("after", "\nExample:\n  $ minibatch train digits-cnn\n");
  const commands = [
    addRecipes,
    addTrain,
    addInit,
    addEvaluate,
    addPredict,
    addSummary,
    addReport,
    addSweep,
    addExport,
    addImport,
    addDatasets,
    addBackends,
  ];
  for (const add of commands) add(program, execute);
  return program;
}

function interruption(cause: unknown): CliError {
  return new CliError("INTERRUPTED", "Interrupted.", { cause });
}
