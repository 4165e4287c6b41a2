import { readFile } from "node:fs/promises";
import { type Experiment, experimentFaults, type RecipeExperiment } from "@minibatch/recipes";
import type { ParseError } from "jsonc-parser";
import { CliError } from "../CliError.ts";
import { systemReason } from "../files/systemReason.ts";
import type { Session } from "../Session.ts";
import { faultsText } from "./faultsText.ts";
import { withFormerNames } from "./withFormerNames.ts";

/** What only an experiment has at the top: a table of rows is a list. */
const telling = ["data", "model", "schedule", "recipe", "$schema"];

/**
 * Reads an experiment file, such as the one in each run folder.
 *
 * @returns the experiment, or `undefined` for a JSON file that is something else, a table of rows for one
 * @throws {CliError} `INVALID_EXPERIMENT` with the line and the field of each fault
 */
export async function readExperiment(
  file: string,
  session: Session,
): Promise<Experiment | RecipeExperiment | undefined> {
  const text = (await textOf(file, session)).replace(/^\uFEFF/, "");
  if (!/^\s*\{/.test(text)) return undefined;
  const { findNodeAtLocation, getNodeValue, parseTree, printParseErrorCode } = await import("jsonc-parser");
  const broken: ParseError[] = [];
  const tree = parseTree(text, broken, { disallowComments: true });
  if (tree === undefined || !telling.some((name) => findNodeAtLocation(tree, [name]))) return undefined;
  const lineAt = (offset: number) => text.slice(0, offset).split("\n").length;
  const [first] = broken;
  if (first) {
    const what = printParseErrorCode(first.error).replaceAll(
      /\B[A-Z]/g,
      (letter) => ` ${letter.toLowerCase()}`,
    );
    throw new CliError(
      "INVALID_EXPERIMENT",
      `${session.display(file)}, line ${lineAt(first.offset)}: this is no JSON (${what.toLowerCase()}).`,
    );
  }
  const value = withFormerNames(getNodeValue(tree));
  const faults = experimentFaults(value);
  if (faults.length === 0) return value as Experiment | RecipeExperiment;
  const lineOf = (path: readonly (string | number)[]): number => {
    // What is missing is missed where it should be: in the object around it.
    for (let length = path.length; length > 0; length -= 1) {
      const node = findNodeAtLocation(tree, path.slice(0, length));
      if (node) return lineAt((node.parent?.type === "property" ? node.parent : node).offset);
    }
    return lineAt(tree.offset);
  };
  throw new CliError("INVALID_EXPERIMENT", faultsText(session.display(file), faults, lineOf));
}

async function textOf(file: string, session: Session): Promise<string> {
  return readFile(file, "utf8").catch((cause: unknown) => {
    throw new CliError("NOT_READABLE", `${session.display(file)} cannot be read: ${systemReason(cause)}.`, {
      cause,
    });
  });
}
