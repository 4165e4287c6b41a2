import { rm, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { countRequests } from "./countRequests.ts";
import { installProject } from "./installProject.ts";
import { run } from "./run.ts";
import { expectTrained } from "./trained.ts";

/** Each with its folder and the command that runs a script. */
const runtimes = [
  ["node", `Node ${process.versions.node}`, ["node"]],
  ["bun", "Bun 1.4", ["npx", "bun", "run"]],
  ["deno", "Deno 2.9", ["npx", "deno", "run", "--allow-all"]],
] as const;

const list = `import { listBackends } from "@minibatch/backends";
const statuses = await listBackends();
console.log(JSON.stringify(statuses.map(({ name, available }) => [name, available])));`;

it.for(runtimes)(
  "%s trains with all cores, and listBackends() there asks nobody for anything",
  async ([name, where, [program, ...args]]) => {
    const project = await installProject(name);
    const printed = await run(project, program, ...args, "index.js");
    expectTrained(where, JSON.parse(printed), availableParallelism());

    await writeFile(join(project, "list.js"), list);
    const tap = await countRequests();
    const listed = JSON.parse(await run({ folder: project, ...tap }, program, ...args, "list.js"));
    expect(Object.fromEntries(listed)).toMatchObject({ node: false, wasm: true, cpu: true });
    expect(tap.requests).toEqual([]);
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
