import { writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { countRequests } from "./countRequests.ts";
import { run } from "./run.ts";
import { expectTrained } from "./trained.ts";

const list = `import { listBackends } from "@minibatch/backends";
const statuses = await listBackends();
console.log(JSON.stringify(statuses.map(({ name, available }) => [name, available])));`;

/**
 * Sees that a runtime trains with all cores, and that `listBackends()` there asks nobody for anything.
 *
 * @param command runs the script that is named after it
 */
export async function expectRuns(
  name: string,
  project: string,
  [program, ...args]: readonly [string, ...string[]],
): Promise<void> {
  const printed = await run(project, program, ...args, "index.js");
  expectTrained({ name }, JSON.parse(printed), availableParallelism());

  await writeFile(join(project, "list.js"), list);
  const tap = await countRequests();
  const listed = JSON.parse(await run({ folder: project, ...tap }, program, ...args, "list.js"));
  expect(Object.fromEntries(listed)).toMatchObject({ node: false, wasm: true, cpu: true });
  expect(tap.requests).toEqual([]);
}
