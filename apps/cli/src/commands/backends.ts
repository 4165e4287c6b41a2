import type { Command } from "commander";
import type { Output } from "../Output.ts";
import { addCommonOptions } from "../options/addCommonOptions.ts";
import type { Execute } from "../options/Execute.ts";
import type { Session } from "../Session.ts";
import { table } from "../terminal/table.ts";

/** Adds `minibatch backends`. */
export function addBackends(program: Command, execute: Execute): void {
  const command = program.command("backends").description("list what can compute here, best first");
  addCommonOptions(command)
    .addHelpText("after", "\nExample:\n  $ minibatch backends")
    .action((options) => execute(options, showBackends));
}

async function showBackends({ colour }: Session): Promise<Output> {
  const { listBackends } = await import("@minibatch/backends");
  const backends = await listBackends();
  const rows = backends.map(({ name, available, reason }) => [name, available ? "yes" : "no", reason]);
  return {
    json: { backends },
    text: () => table(["backend", "runs here", "why"], rows, [], colour.bold),
  };
}
