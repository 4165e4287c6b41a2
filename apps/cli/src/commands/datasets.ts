import { type Command, Option } from "commander";
import type { ClearOptions } from "../datasets/clearDatasets.ts";
import { addCommonOptions } from "../options/addCommonOptions.ts";
import type { Execute } from "../options/Execute.ts";
import { wholeNumber } from "../options/wholeNumber.ts";
import type { PreviewOptions } from "../preview/PreviewOptions.ts";
import type { ServeOptions } from "../serve/ServeOptions.ts";
import type { CommonOptions } from "../Session.ts";

/** Adds `minibatch datasets` with all that it can do. */
export function addDatasets(program: Command, execute: Execute): void {
  const group = program
    .command("datasets")
    .description("list, fetch, look at, check and hand out the datasets")
    .addHelpText("after", "\nExample:\n  $ minibatch datasets preview mnist");
  for (const add of [addList, addInfo, addFetch, addPreview, addVerify, addServe, addClear])
    add(group, execute);
}

function addList(group: Command, execute: Execute): void {
  const command = group
    .command("list")
    .description("all datasets: shapes, rows, size, whether they are cached");
  addCommonOptions(command)
    .addHelpText("after", "\nExample:\n  $ minibatch datasets list")
    .action((options: CommonOptions) =>
      execute(options, async (session) => {
        const { listDatasets } = await import("../datasets/listDatasets.ts");
        return listDatasets(session);
      }),
    );
}

function addInfo(group: Command, execute: Execute): void {
  const command = group
    .command("info")
    .description("the card of a dataset: classes, files, checksums, mirrors, licence, citation")
    .argument("<name>", 'one of "minibatch datasets list"');
  addCommonOptions(command)
    .addHelpText("after", "\nExample:\n  $ minibatch datasets info fashion-mnist")
    .action((name: string, options: CommonOptions) =>
      execute(options, async (session) => {
        const { datasetInfo } = await import("../datasets/datasetInfo.ts");
        return datasetInfo(name, session);
      }),
    );
}

function addFetch(group: Command, execute: Execute): void {
  const command = group
    .command("fetch")
    .description("download datasets into the cache, verified; what is there already stays")
    .argument("<name...>", 'some of "minibatch datasets list", or all');
  addCommonOptions(command)
    .addHelpText(
      "after",
      "\nExamples:\n  $ minibatch datasets fetch mnist cifar-10\n  $ minibatch datasets fetch all --mirror ~/mirror",
    )
    .action((names: readonly string[], options: CommonOptions) =>
      execute(options, async (session) => {
        const { fetchDatasets } = await import("../datasets/fetchDatasets.ts");
        return fetchDatasets(names, session);
      }),
    );
}

function addPreview(group: Command, execute: Execute): void {
  const command = group
    .command("preview")
    .description("draw samples in the terminal, or into a PNG or SVG file")
    .argument("<name>", 'one of "minibatch datasets list"')
    .option("--out <file>", "write a labelled grid to this .png or .svg file instead")
    .option("--rows <n>", "images above each other (default: 3)", wholeNumber(1))
    .option("--columns <n>", "images side by side; of a table, its samples (default: 5)", wholeNumber(1))
    .addOption(new Option("--split <part>", "the part to show (default: train)").choices(["train", "test"]))
    .option(
      "--seed <n>",
      "a random pick, the same for the same number (default: the first ones)",
      wholeNumber(0),
    )
    .option("--class <name>", "samples of this class only");
  addCommonOptions(command)
    .addHelpText(
      "after",
      `
Examples:
  $ minibatch datasets preview mnist
  $ minibatch datasets preview cifar-10 --class frog --seed 1
  $ minibatch datasets preview fashion-mnist --out samples.png`,
    )
    .action((name: string, options: PreviewOptions) =>
      execute(options, async (session) => {
        const { previewDataset } = await import("../preview/previewDataset.ts");
        return previewDataset(name, options, session);
      }),
    );
}

function addVerify(group: Command, execute: Execute): void {
  const command = group
    .command("verify")
    .description("check the cache against the checksums; ends with 1 when a file is damaged")
    .argument("[name]", "one dataset (default: all)");
  addCommonOptions(command)
    .addHelpText("after", "\nExample:\n  $ minibatch datasets verify")
    .action((name: string | undefined, options: CommonOptions) =>
      execute(options, async (session) => {
        const { verifyDatasets } = await import("../datasets/verifyDatasets.ts");
        return verifyDatasets(name, session);
      }),
    );
}

function addServe(group: Command, execute: Execute): void {
  const command = group
    .command("serve")
    .description(
      "hand out the cache over HTTP, as a mirror for web pages and other programs; Ctrl-C stops it",
    )
    .option("--port <n>", "0 picks a free one (default: 8080)", wholeNumber(0))
    .option("--host <address>", "who can reach it (default: 127.0.0.1, this machine only)");
  addCommonOptions(command)
    .addHelpText(
      "after",
      `
What the cache lacks is taken from --mirror, if one is named, and kept in the cache.

Example:
  $ minibatch datasets serve --port 8080`,
    )
    .action((options: ServeOptions) =>
      execute(options, async (session) => {
        const { serveDatasets } = await import("../serve/serveDatasets.ts");
        return serveDatasets(options, session);
      }),
    );
}

function addClear(group: Command, execute: Execute): void {
  const command = group
    .command("clear")
    .description("delete datasets from the cache")
    .argument("[name]", "one dataset; all of them need --yes")
    .option("--yes", "delete all datasets, and what was decoded of pictures of your own");
  addCommonOptions(command)
    .addHelpText("after", "\nExample:\n  $ minibatch datasets clear cifar-10")
    .action((name: string | undefined, options: ClearOptions) =>
      execute(options, async (session) => {
        const { clearDatasets } = await import("../datasets/clearDatasets.ts");
        return clearDatasets(name, options, session);
      }),
    );
}
