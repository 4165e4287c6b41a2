import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { countRequests } from "./countRequests.ts";
import { expectRuns } from "./expectRuns.ts";
import { installProject } from "./installProject.ts";
import { run } from "./run.ts";
import { versionOf } from "./versionOf.ts";

it("node trains with all cores, and listBackends() there asks nobody for anything", async () => {
  const project = await installProject("node");
  await expectRuns(`Node ${process.versions.node}`, project, ["node"]);
});

it.for([
  ["bun", "Bun", ["npx", "bun", "run"]],
  ["deno", "Deno", ["npx", "deno", "run", "--allow-all"]],
] as const)(
  "%s trains with all cores, and listBackends() there asks nobody for anything",
  async ([name, title, command]) => {
    const project = await installProject(name);
    await expectRuns(`${title} ${await versionOf(project, name)}`, project, command);
  },
);

it("the tap hears Bun, which installs what a program without node_modules imports", async () => {
  const project = await installProject("bun");
  await writeFile(join(project, "missing.js"), 'await import("left-pad").catch(() => {});');
  const tap = await countRequests();
  const bun = join(project, "bun");
  await run(project, "cp", "-rL", "node_modules/.bin/bun", bun);
  await rm(join(project, "node_modules"), { recursive: true });
  await run({ folder: project, ...tap }, bun, "run", "missing.js").catch(() => {});
  expect(tap.requests.join()).toContain("left-pad");
});
