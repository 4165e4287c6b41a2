import type { Command } from "commander";
import { isModelFolder } from "../run/isModelFolder.ts";
import type { Output } from "../Output.ts";
import { addCommonOptions } from "../options/addCommonOptions.ts";
import type { Execute } from "../options/Execute.ts";
import type { Session } from "../Session.ts";

/** Adds `minibatch summary`. */
export function addSummary(program: Command, execute: Execute): void {
  const command = program
    .command("summary")
    .description("show layers, output shapes and parameters")
    .argument("<recipe|model dir>", "a recipe, a run folder, any folder with a model.json, a .keras or .h5");
  addCommonOptions(command)
    .addHelpText("after", "\nExample:\n  $ minibatch summary mnist-mlp-128")
    .action((name: string, options) => execute(options, (session) => summarise(name, session)));
}

async function summarise(name: string, session: Session): Promise<Output> {
  const { startBackend } = await import("@minibatch/backends");
  const { summary } = await import("@minibatch/models");
  // Nothing is computed: the backend that starts at once will do.
  await startBackend("cpu");
  const model = await modelOf(name, session);
  const { rows: layers, parameters, trainableParameters, text } = summary(model);
  model.dispose();
  return {
    json: { model: name, layers, parameters, trainableParameters },
    text: () => `${session.colour.bold(name)}\n${text}\n`,
  };
}

async function modelOf(name: string, session: Session) {
  if (isModelFolder(session.resolve(name)) || /[/\\]|\.(keras|h5|hdf5)$/i.test(name)) {
    const { openModel } = await import("../run/openModel.ts");
    return (await openModel(name, session)).model;
  }
  const { findRecipe } = await import("@minibatch/recipes");
  return findRecipe(name).createModel(1);
}
