import { availableParallelism } from "node:os";
import { it } from "vitest";
import { copyProject } from "../installProject.ts";
import { run } from "../run.ts";
import { expectTrained } from "../trained.ts";

it("Yarn's Plug'n'Play, which has no node_modules, installs and trains", async () => {
  const project = await copyProject("pnp");
  const yarn = ["--yes", "-p", "@yarnpkg/cli-dist@4.18.1", "yarn"];
  await run(project, "npx", ...yarn, "install");
  const printed = await run(project, "npx", ...yarn, "node", "index.js");
  expectTrained({ name: "Yarn Plug'n'Play 4.18" }, JSON.parse(printed), availableParallelism());
});
