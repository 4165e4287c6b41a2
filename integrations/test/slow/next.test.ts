import { availableParallelism } from "node:os";
import { requireChromium } from "@minibatch/testing";
import { expect, it } from "vitest";
import { installProject } from "../installProject.ts";
import { openPage } from "../openPage.ts";
import { resultsOf } from "../resultsOf.ts";
import { run } from "../run.ts";
import { startServer } from "../startServer.ts";
import { expectTrained } from "../trained.ts";
import { versionOf } from "../versionOf.ts";

const threads = availableParallelism();

it.for(["Turbopack", "webpack"])(
  "next builds with %s as it is, and trains in its pages and in a route",
  async (bundler, context) => {
    requireChromium(context);
    const project = await installProject("next");
    const build = `npm run build -- --${bundler.toLowerCase()} 2>&1`;
    const printed = await run(project, "sh", "-c", build);
    expect(printed.split("\n").filter((line) => /⚠|warning|not found/i.test(line))).toEqual([]);
    const name = `Next ${await versionOf(project, "next")}, ${bundler}`;
    const url = await startServer(
      project,
      "next/dist/bin/next",
      "start",
      "--port",
      "0",
      "--hostname",
      "127.0.0.1",
    );
    expectTrained({ name, part: "route" }, await (await fetch(`${url}/api/train`)).json(), threads);
    for (const [path, served, expected] of [
      ["/", "plain", 1],
      ["/isolated", "isolated", threads],
      // Next writes scripts into its pages, which need a nonce.
      ["/strict", "isolated, strict CSP with blob: workers", threads],
    ] as const) {
      expectTrained(
        { name, part: "page", served },
        await resultsOf(await openPage(context, url + path)),
        expected,
      );
    }
  },
);
