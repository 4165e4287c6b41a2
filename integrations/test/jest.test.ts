import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { it } from "vitest";
import { installProject } from "./installProject.ts";
import { run } from "./run.ts";
import { expectTrained } from "./trained.ts";
import { versionOf } from "./versionOf.ts";

it("jest trains in its environments for Node and jsdom", async () => {
  const project = await installProject("jest");
  const name = `Jest ${await versionOf(project, "jest")}`;
  for (const part of ["node", "jsdom"] as const) {
    await run(project, "npm", "test", "--silent", "--", `--env=${part}`);
    expectTrained({ name, part }, JSON.parse(await readFile(join(project, "trained.json"), "utf8")));
  }
});
