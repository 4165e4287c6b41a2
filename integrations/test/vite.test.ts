import { requireChromium } from "@minibatch/testing";
import { expect, it } from "vitest";
import { installProject } from "./installProject.ts";
import { openPage } from "./openPage.ts";
import { resultsOf } from "./resultsOf.ts";
import { startServer } from "./startServer.ts";
import { expectTrained } from "./trained.ts";

it("vite trains on the page and in a worker from its development server", async (context) => {
  requireChromium(context);
  const project = await installProject("vite");
  const address = await startServer(project, "vite/bin/vite.js", "--host", "127.0.0.1", "--port", "0");
  const served = await openPage(context, address);
  // The server reloads the page when it has found what there is to bundle.
  await expect.poll(() => resultsOf(served).catch(() => []), { timeout: 60_000 }).toHaveLength(2);
  const [page, worker] = (await resultsOf(served)) as unknown[];
  const name = "Vite, development server";
  expectTrained({ name, part: "page", served: "plain" }, page);
  expectTrained({ name, part: "worker", served: "plain" }, worker);
});
