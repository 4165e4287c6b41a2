import { join } from "node:path";
import { it } from "vitest";
import { expectRuns } from "../expectRuns.ts";
import { installProject } from "../installProject.ts";
import { run } from "../run.ts";

/** Node itself, as npm has it. The package `node` gets the same by a script at install. */
const library = `node-linux-${process.arch}`;

it.for([22, 24, 25, 26])(
  "Node %d trains with all cores, and listBackends() there asks nobody for anything",
  async (major, context) => {
    if (process.platform !== "linux") {
      context.skip("npm has these versions of Node for Linux: run npm run test:integrations with each");
    }
    const project = await installProject("node");
    await run(project, "npm", "install", "--no-audit", "--no-fund", "--save-dev", `${library}@${major}`);
    const program = join(project, "node_modules", library, "bin", "node");
    const version = (await run(project, program, "--version")).trim();
    await expectRuns(`Node ${version.slice(1)}`, project, [program]);
  },
);
