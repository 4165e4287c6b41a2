import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { requireChromium } from "@minibatch/testing";
import { expect, it } from "vitest";
import { installProject } from "./installProject.ts";
import { openPage } from "./openPage.ts";
import { resultsOf } from "./resultsOf.ts";
import { run } from "./run.ts";
import { startServer } from "./startServer.ts";

const expected = {
  classNames: ["dark", "light"],
  inputShape: [8, 8, 3],
  size: expect.objectContaining({ test: expect.any(Number) }),
  leftOut: [["page.jpg", "not-a-picture"]],
  lightIsLight: true,
};

it("images reads a folder in Node, here and on threads, with no TensorFlow.js and nothing native", async () => {
  const project = await installProject("images");
  const modules = join(project, "node_modules");
  expect(await readdir(join(modules, "@minibatch"))).toEqual(["datasets", "images"]);
  expect(existsSync(join(modules, "@tensorflow"))).toBe(false);
  expect(existsSync(join(modules, "@minibatch/images/dist/develop/decodeThread.node.js"))).toBe(true);
  const [here, threads] = JSON.parse(await run(project, "npm", "start", "--silent")) as object[];
  expect(here).toMatchObject(expected);
  expect(threads).toEqual(here);
});

it("images reads files on a page and in a worker, built by Vite", async (context) => {
  requireChromium(context);
  const project = await installProject("images");
  await run(project, "npm", "run", "build");
  const vite = ["vite/bin/vite.js", "preview", "--host", "127.0.0.1", "--port", "0"] as const;
  const page = await openPage(context, await startServer(project, ...vite));
  const [here, worker] = (await resultsOf(page)) as object[];
  expect(here).toMatchObject(expected);
  expect(worker).toEqual(here);
});
