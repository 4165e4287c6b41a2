import { type Command, Option } from "commander";
import type { BackendsOptions } from "../backends/BackendsOptions.ts";
import { addCommonOptions } from "../options/addCommonOptions.ts";
import type { Execute } from "../options/Execute.ts";

/** Adds `minibatch backends`. */
export function addBackends(program: Command, execute: Execute): void {
  const command = program
    .command("backends")
    .description("list what can compute here, best first, and how to get the rest")
    .option("--bench", "train on each for a moment and say how fast it is")
    .addOption(new Option("--setup <name>", "bring what a backend needs").choices(["node", "webgpu"]));
  addCommonOptions(command)
    .addHelpText("after", "\nExamples:\n  $ minibatch backends --bench\n  $ minibatch backends --setup node")
    .action((options: BackendsOptions) =>
      execute(options, async (session) => {
        if (options.setup !== undefined) {
          const { setUp } = await import("../backends/setUp.ts");
          return setUp(options.setup, session);
        }
        const { showBackends } = await import("../backends/showBackends.ts");
        return showBackends(options, session);
      }),
    );
}
