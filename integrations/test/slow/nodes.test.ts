import { it } from "vitest";
import { expectRuns } from "../expectRuns.ts";
import { installNode } from "../installNode.ts";
import { installProject } from "../installProject.ts";
import { run } from "../run.ts";

it.for([22, 24, 25, 26])(
  "Node %d trains with all cores, and listBackends() there asks nobody for anything",
  async (major, context) => {
    if (process.platform !== "linux") {
      context.skip("npm has these versions of Node for Linux: run npm run test:integrations with each");
    }
    const project = await installProject("node");
    const program = await installNode(project, major);
    const version = (await run(project, program, "--version")).trim();
    await expectRuns(`Node ${version.slice(1)}`, project, [program]);
  },
);
