import { spawn } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { requireChromium } from "@minibatch/testing";
import { expect, it, onTestFinished } from "vitest";
import { installProject } from "../installProject.ts";
import { openPage } from "../openPage.ts";
import { resultsOf } from "../resultsOf.ts";
import { run } from "../run.ts";
import { expectTrained } from "../trained.ts";

it("next builds with Turbopack as it is, and trains in the page and in a route", async (context) => {
  requireChromium(context);
  const project = await installProject("next");
  const printed = await run(project, "sh", "-c", "npm run build 2>&1");
  expect(printed.split("\n").filter((line) => /⚠|not found/i.test(line))).toEqual([]);
  const url = await start(project);
  expectTrained(
    "Next (Turbopack), route",
    await (await fetch(`${url}/api/train`)).json(),
    availableParallelism(),
  );
  expectTrained("Next (Turbopack), page", await resultsOf(await openPage(context, `${url}/`)), 1);
});

/** Starts the built app until the running test has finished; gives its address. */
async function start(project: string): Promise<string> {
  const next = join(project, "node_modules", "next", "dist", "bin", "next");
  const server = spawn(process.execPath, [next, "start", "--port", "0", "--hostname", "127.0.0.1"], {
    cwd: project,
    env: { ...process.env, NO_COLOR: "1", NEXT_TELEMETRY_DISABLED: "1" },
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
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed) ?? [];
      if (found !== undefined && printed.includes("Ready")) resolve(found);
    });
    server.on("exit", (code) => reject(new Error(`next ended with ${code}: ${printed}`)));
  });
}
