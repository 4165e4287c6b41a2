import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { requireChromium } from "@minibatch/testing";
import { expect, it, type TestContext } from "vitest";
import { installProject } from "./installProject.ts";
import { openPage } from "./openPage.ts";
import { resultsOf } from "./resultsOf.ts";
import { run } from "./run.ts";
import { startServer } from "./startServer.ts";

it("tables reads a CSV in Node, with no TensorFlow.js, and the same on a page and in a worker, built by Vite", async (context) => {
  const project = await installProject("tables");
  const modules = join(project, "node_modules");
  expect(await readdir(join(modules, "@minibatch"))).toEqual(["datasets", "tables"]);
  expect(existsSync(join(modules, "@tensorflow"))).toBe(false);
  const [plain, zipped] = JSON.parse(await run(project, "npm", "start", "--silent")) as object[];
  expect(plain).toMatchObject({
    task: "regression",
    kinds: {
      id: "id",
      rooms: "number",
      city: "category",
      balcony: "boolean",
      "let on": "date",
      currency: "constant",
      price: "number",
    },
    problems: [{ column: "city", value: "Rom", rows: 1, firstRow: 0, reason: "unknown" }],
  });
  expect(zipped).toEqual(plain);
  for (const inBrowser of await loadInChromium(project, context)) expect(inBrowser).toEqual(plain);
});

/** What the page and its worker got. */
async function loadInChromium(project: string, context: TestContext): Promise<unknown[]> {
  requireChromium(context);
  await run(project, "npm", "run", "build");
  const vite = ["vite/bin/vite.js", "preview", "--host", "127.0.0.1", "--port", "0"] as const;
  const page = await openPage(context, await startServer(project, ...vite));
  return (await resultsOf(page)) as unknown[];
}
