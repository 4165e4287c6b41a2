import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { it } from "vitest";
import { installProject } from "./installProject.ts";
import { run } from "./run.ts";
import { expectTrained } from "./trained.ts";

it("jest trains in its environments for Node and jsdom", async () => {
  const project = await installProject("jest");
  for (const environment of ["node", "jsdom"]) {
    await run(project, "npm", "test", "--silent", "--", `--env=${environment}`);
    expectTrained(`Jest, ${environment}`, JSON.parse(await readFile(join(project, "trained.json"), "utf8")));
  }
});
