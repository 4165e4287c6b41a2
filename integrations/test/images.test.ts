import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { requireChromium } from "@minibatch/testing";
import { expect, it, onTestFinished } from "vitest";
import { installProject } from "./installProject.ts";
import { openPage } from "./openPage.ts";
import { resultsOf } from "./resultsOf.ts";
import { run } from "./run.ts";

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
  const page = await openPage(context, await preview(project));
  const [here, worker] = (await resultsOf(page)) as object[];
  expect(here).toMatchObject(expected);
  expect(worker).toEqual(here);
});

/** Serves what Vite built until the running test has finished; gives its address. */
async function preview(project: string): Promise<string> {
  const vite = join(project, "node_modules", "vite", "bin", "vite.js");
  const server = spawn(process.execPath, [vite, "preview", "--host", "127.0.0.1", "--port", "0"], {
    cwd: project,
    env: { ...process.env, NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(async () => {
    server.kill();
    await once(server, "exit");
  });
  return addressOf(server);
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise<string>((resolve, reject) => {
    let printed = "";
    server.stdout?.on("data", (data) => {
      printed += data;
      const [found] = /http:\/\/127\.0\.0\.1:\d+\//.exec(printed) ?? [];
      if (found !== undefined) resolve(found);
    });
    server.on("exit", (code) => reject(new Error(`vite ended with ${code}: ${printed}`)));
  });
}
