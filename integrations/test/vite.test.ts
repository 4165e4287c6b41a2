import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { requireChromium } from "@minibatch/testing";
import { expect, it, onTestFinished } from "vitest";
import { installProject } from "./installProject.ts";
import { openPage } from "./openPage.ts";
import { resultsOf } from "./resultsOf.ts";
import { expectTrained } from "./trained.ts";

it("vite trains on the page and in a worker from its development server", async (context) => {
  requireChromium(context);
  const project = await installProject("vite");
  const served = await openPage(context, await startDevelopmentServer(project));
  // The server reloads the page when it has found what there is to bundle.
  await expect.poll(() => resultsOf(served).catch(() => []), { timeout: 60_000 }).toHaveLength(2);
  for (const result of (await resultsOf(served)) as unknown[])
    expectTrained("vite, development server", result);
});

/** Starts Vite's development server until the running test has finished; gives its address. */
async function startDevelopmentServer(project: string): Promise<string> {
  const vite = join(project, "node_modules", "vite", "bin", "vite.js");
  const server = spawn(process.execPath, [vite, "--host", "127.0.0.1", "--port", "0"], {
    cwd: project,
    env: { ...process.env, NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(async () => {
    server.kill();
    await once(server, "exit");
  });
  return new Promise<string>((resolve, reject) => {
    let printed = "";
    server.stdout.on("data", (data) => {
      printed += data;
      const [found] = /http:\/\/127\.0\.0\.1:\d+\//.exec(printed) ?? [];
      if (found !== undefined) resolve(found);
    });
    server.on("exit", (code) => reject(new Error(`vite ended with ${code}: ${printed}`)));
  });
}
