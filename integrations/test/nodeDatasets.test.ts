import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { installProject } from "./installProject.ts";
import { run } from "./run.ts";
import { unpackedBytes } from "./unpackedBytes.ts";

it("node-datasets installs one package of less than 360 kB, which depends on nothing, and runs", async () => {
  const project = await installProject("node-datasets");
  const modules = join(project, "node_modules");
  expect((await readdir(modules)).filter((name) => !name.startsWith("."))).toEqual(["@minibatch"]);
  expect(await readdir(join(modules, "@minibatch"))).toEqual(["datasets"]);
  // Ten datasets, once for bundlers and once for Node; what a program loads of them has its budgets in test/sizeBudgets.json.
  expect(await unpackedBytes(join(modules, "@minibatch"))).toBeLessThan(360_000);
  const manifest = await readFile(join(modules, "@minibatch", "datasets", "package.json"), "utf8");
  expect(Object.keys(JSON.parse(manifest)).filter((key) => /dependencies/i.test(key))).toEqual([]);
  expect(JSON.parse(await run(project, "npm", "start", "--silent"))).toEqual({
    drawn: [10, 28, 28, 1],
    parsed: [5, 0, 4],
    shape: [3],
    files: 4,
  });
});
